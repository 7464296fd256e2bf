//! Control sequences (CSI, ECMA-48 5.4) as bytes.

/// Appends a control sequence of one parameter.
pub(super) fn control(n: usize, command: u8, out: &mut Vec<u8>) {
    sequence(&[n], command, out);
}

/// How many bytes [`control`] appends.
pub(super) fn control_len(n: usize) -> usize {
    3 + digits(n)
}

/// Appends a control sequence, its parameters left out where they are 1.
pub(super) fn sequence(parameters: &[usize], command: u8, out: &mut Vec<u8>) {
    out.extend_from_slice(b"\x1b[");
    for (at, n) in parameters.iter().enumerate() {
        if at > 0 {
            out.push(b';');
        }
        if *n != 1 {
            number(*n, out);
        }
    }
    out.push(command);
}

/// Appends a number in decimal.
pub(super) fn number(n: usize, out: &mut Vec<u8>) {
    // Not by way of `format!`: a frame has hundreds of these.
    out.extend_from_slice(itoa::Buffer::new().format(n).as_bytes());
}

/// The digits that a parameter is written with.
fn digits(n: usize) -> usize {
    match n {
        1 => 0,
        0 | 2..=9 => 1,
        10..=99 => 2,
        100..=999 => 3,
        _ => 4 + usize::from(n >= 10_000),
    }
}

/// Appends what `one` or what `other` appends, whichever is shorter: the first, if they are as long.
/// Returns whether it is the first.
pub(super) fn shorter(
    out: &mut Vec<u8>,
    one: impl FnOnce(&mut Vec<u8>),
    other: impl FnOnce(&mut Vec<u8>),
) -> bool {
    let start = out.len();
    one(out);
    let middle = out.len();
    other(out);
    let first = middle - start <= out.len() - middle;
    if first {
        out.truncate(middle);
    } else {
        out.drain(start..middle);
    }
    first
}
