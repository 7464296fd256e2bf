//! Footnotes, in the ways in which pages have them.

use super::check;

#[test]
fn a_note_is_joined_to_its_call() {
    check(
        "<p>Aid.<sup><a href='#fn1' id=r1>1</a></sup> More.<sup><a href='#fn2'>[2]</a></sup></p>\
         <section><ol><li id=fn1><p>Art. 4. <a href='#r1'>↩</a></p></li><li id=fn2>Art. 5.</li></ol></section>",
        "Aid.1[^0] More.2[^1]\n[^0]: Art. 4.\n[^1]: Art. 5.",
    );
    // As the Union's law has them.
    check(
        "<p>Aid <a id=c1 href='#x1'>(<span>1</span>)</a>.</p><p class=note><a id=x1 href='#c1'>(<span>1</span>)</a> Then.</p>",
        "Aid 1[^0].\n[^0]: Then.",
    );
    // As a wiki has them, one called twice.
    check(
        "<p>A<sup class=reference id=b1><a href='#cite_note-k'>[1]</a></sup> b<sup class=reference id=b2>\
         <a href='#cite_note-k'>[1]</a></sup></p><h2>Notes</h2><ol><li id=cite_note-k><span>^ <a href='#b1'>a</a> \
         <a href='#b2'>b</a></span> <span>Kim, 1961.</span></li></ol>",
        "A1[^0] b1[^0]\n[^0]: Kim, 1961.",
    );
    check(
        "<p>A<a href='#n1' role=doc-noteref>*</a></p><p id=n1>* With care.</p>",
        "A*[^0]\n[^0]: With care.",
    );
}

#[test]
fn other_links_are_no_calls() {
    check(
        "<p><a href='#1'>1</a> <a href='#2'>2</a></p><h2 id=1>One</h2><p>a</p><h2 id=2>Two</h2>",
        "1 2\n## One\na\n## Two",
    );
    check("<p>x<sup><a href='#gone'>1</a></sup></p>", "x¹");
    // Two notes in one paragraph: it stays where it is.
    check(
        "<p>x<sup><a href='#fa'>1</a></sup> y<sup><a href='#fb'>2</a></sup></p>\
         <p><a id=fa>1</a> One is. <a id=fb>2</a> Two is.</p>",
        "x¹ y²\n1 One is. 2 Two is.",
    );
}
