//! The pictures of the README: from cells to an SVG file.

#[path = "../../docs/pictures/svg.rs"]
mod svg;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};

const PAGE: svg::Page = svg::Page { ink: [0xff; 3], paper: [0; 3] };

#[test]
fn a_screen_becomes_a_picture() {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 4));
    let plain = Style::new();
    buffer.set_string(0, 0, "┌──┐ a&b", plain);
    buffer.set_string(0, 1, "│条│", plain.dim());
    buffer.set_string(5, 1, "→ x", plain.bold().fg(Color::Rgb(1, 2, 3)));
    buffer.set_string(0, 2, "▌ ", plain.fg(Color::Rgb(1, 2, 3)));
    buffer.set_string(2, 2, "link", plain.reversed());
    buffer.set_string(0, 3, "\u{a0}\u{a0}so it", plain.italic().underlined());
    let expected = r##"<svg xmlns="http://www.w3.org/2000/svg" width="95.44" height="96" viewBox="0 0 95.44 96" role="img">
<title>A &lt;screen&gt;</title>
<rect x="0.5" y="0.5" width="94.44" height="95" rx="8" fill="#000000" stroke="#333333"/>
<g transform="translate(14 14)" font-family="ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="#ffffff" xml:space="preserve">
<path fill="#ffffff" d="M16.86 34h33.72v17h-33.72z"/>
<path fill="#010203" d="M0 34h4.21v17h-4.21z"/>
<path fill="#9e9e9e" d="M3.71 17h1v17h-1zM29 17h1v17h-1z"/>
<path fill="#ffffff" d="M4.21 8h25.29v1h-25.29zM3.71 8.5h1v8.5h-1zM29 8.5h1v8.5h-1z"/>
<text x="42.15" y="13" textLength="25.29">a&amp;b</text>
<text x="8.43" y="30" textLength="16.86" lengthAdjust="spacingAndGlyphs" fill="#9e9e9e">条</text>
<text x="42.15" y="30" textLength="8.43" lengthAdjust="spacingAndGlyphs" fill="#010203" font-weight="bold">→</text>
<text x="59.01" y="30" fill="#010203" font-weight="bold">x</text>
<text x="16.86" y="47" textLength="33.72" fill="#000000">link</text>
<text x="16.86" y="64" textLength="42.15" font-style="italic" text-decoration="underline">so it</text>
</g>
</svg>
"##;
    assert_eq!(svg::svg(&buffer, "A <screen>", PAGE), expected);
}
