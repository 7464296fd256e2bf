//! Control sequences (CSI, ECMA-48 5.4) as bytes.

/// A control sequence of one parameter.
pub(super) fn control(n: usize, command: u8) -> Vec<u8> {
    sequence(&[n], command)
}

/// A control sequence, its parameters left out where they are 1.
pub(super) fn sequence(parameters: &[usize], command: u8) -> Vec<u8> {
    let mut bytes = b"\x1b[".to_vec();
    for (at, n) in parameters.iter().enumerate() {
        if at > 0 {
            bytes.push(b';');
        }
        if *n != 1 {
            // Not by way of `format!`: a frame has hundreds of these.
            bytes.extend_from_slice(itoa::Buffer::new().format(*n).as_bytes());
        }
    }
    bytes.push(command);
    bytes
}
