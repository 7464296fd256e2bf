//! Days as ISO 8601 writes them.

/// The day of a time in seconds since 1970, in UTC: `2024-06-19`.
pub fn day(seconds: i64) -> String {
    const DAY: i64 = 24 * 60 * 60;
    // Days since 1 March of the year 0, in the Gregorian calendar continued backwards: with the
    // leap day at the end of a year, every four centuries are alike.
    let days = seconds.div_euclid(DAY) + 719_468;
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let leaps = day_of_era / 1460 + day_of_era / 146_096 - day_of_era / 36_524;
    let year_of_era = (day_of_era - leaps) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    // Five months from March on have 153 days, and so have the next five.
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let year = era * 400 + year_of_era + i64::from(month >= 10);
    let month = if month < 10 { month + 3 } else { month - 9 };
    format!("{year:04}-{month:02}-{day:02}")
}
