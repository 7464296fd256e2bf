//! Moments as people and programs write them.

const DAY: i64 = 24 * 60 * 60;

/// A moment in Unix seconds as ISO 8601 has it, in UTC: `2024-06-18T22:40:00Z`.
pub fn moment(seconds: i64) -> String {
    let (year, month, day) = date(seconds.div_euclid(DAY));
    let second = seconds.rem_euclid(DAY);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// The date that is so many days after 1 January 1970, in the Gregorian calendar.
///
/// It repeats every 400 years, which are 146,097 days. A year that begins in March has its odd day
/// at its end, and its months follow a straight line (Howard Hinnant, `civil_from_days`).
fn date(days: i64) -> (i64, i64, i64) {
    // From 1 March of the year 0 on.
    let days = days.saturating_add(719_468);
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (month, later) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    (era * 400 + year + later, month, day)
}
