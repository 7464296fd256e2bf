//! What each element of a page becomes.

use super::check;

#[test]
fn paragraphs_headings_and_breaks() {
    check(
        "<h1>Aid</h1><p>One\n  two</p><div>Three<div>four</div>five</div>",
        "# Aid\nOne two\nThree\nfour\nfive",
    );
    check("One<br>two<br><br>three", "One / two\nthree");
    check("<h2><div>Part I</div> <b>Aid</b></h2>", "## Part I Aid");
    check("<p>a&nbsp;b &amp; c &#44032; &lt;d&gt;</p>", "a b & c 가 <d>");
    check("<p>One<p>two<hr>three", "One\ntwo\nthree");
}

#[test]
fn marks_links_and_what_they_stand_between() {
    check(
        "<p>A <b>bold </b>and <i>an <strong>other</strong></i>.</p>",
        "A **bold** and *an ****other***.",
    );
    check(
        "<p>See <a href='https://x.test/a b'>it</a>, <a href='/b'>that</a>, <a href='javascript:x()'>no</a></p>",
        "See [it](https://x.test/a%20b), that, no",
    );
    check("<p>x<sup>2</sup>, H<sub>2</sub>O, the 4<sup>th</sup></p>", "x², H₂O, the 4th");
    check("<p>He said <q>no <q>never</q></q>.</p>", "He said “no ‘never’”.");
    check("<p><ruby>条<rp>(</rp><rt>じょう</rt><rp>)</rp></ruby>約</p>", "条(じょう)約");
    check(
        "<p><abbr title='United Nations'>UN</abbr> <img src=a.png alt='A map'> <a href='#up'><img alt=up></a></p>",
        "UN [A map]",
    );
}

#[test]
fn lists_nest_and_keep_their_numbers() {
    check("<ul><li>a<ul><li>b<li>c</ul><li><p>d</p><p>e</p></ul>", "- a\n  - b\n  - c\n- d\n  e");
    check("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b");
    check("<ol start=3><li>a</li><li><p>b</p></li></ol>", "- 3. a\n- 4. b");
    check("<ol type=a><li>x<ol type=i><li>y</ol><li value=4>z</ol>", "- a. x\n  - i. y\n- d. z");
    check(
        "<dl><dt>MDL</dt><dd>A line.</dd><dd>Of 1953.</dd><dt>NLL<dd>Another.</dl>",
        "- MDL\n  A line.\n  Of 1953.\n- NLL\n  Another.",
    );
}

#[test]
fn quotations_lines_and_what_folds() {
    check("<blockquote><p>One</p><p>two</p></blockquote>", "> One\n> two");
    check("<pre>a\n  b &lt;c&gt;\n</pre>", "    a\n      b <c>");
    check("<details><summary>More</summary>Text</details>", "More\nText");
    check("<figure><img src=x><figcaption>A hall</figcaption></figure>", "A hall");
}

#[test]
fn tables_lose_no_cell() {
    check(
        "<table><caption>Signed</caption><tr><th>Who<th>When<tr><td>A<td>1961<tr><td colspan=2>both</table>",
        "Signed:\n| Who | When |\n---\n| A | 1961 |\n| both |  |",
    );
    check(
        "<table><tr><th scope=row>Signed</th><td>19 June</td></tr><tr><th scope=row>Place</th><td>There</td></tr></table>",
        "| Signed | 19 June |\n| Place | There |",
    );
    check(
        "<table><tr><td rowspan=2>a<td>b<td>c<tr><td>d<td>e<tr><td>f<td>g<td>h</table>",
        "| a | b | c |\n|  | d | e |\n| f | g | h |",
    );
    check("<table><tr><td>a<p>b</p><td><ul><li>c<li>d</ul></table>", "| a / b | c / d |");
    check("<table><tr><td>x<table><tr><td>a<td>b</table><td>y</table>", "x\n| a | b |\ny");
    check("<table><tr><td><h2>Aid</h2><p>Text</p><td>more</table>", "## Aid\nText\nmore");
}

#[test]
fn what_nobody_sees_is_out() {
    check(
        "<p>a<script>x</script><style>y</style><noscript>z</noscript><template>t</template></p>\
         <svg><text>s</text></svg><!-- c --><iframe>i</iframe><p>b</p>",
        "a\nb",
    );
    check("<p>a\u{0}b\u{1b}[31mc\u{ad}d\u{feff}</p>", "ab[31mcd");
}

#[test]
fn code_keeps_its_blanks() {
    check(
        "<p>Call <code>wade()</code> in the <kbd>pond</kbd>.</p>",
        "Call `wade()` in the `pond`.",
    );
    check(
        "<pre><code>if wet:\n    wade()\n\n    swim()</code></pre>",
        "    if wet:\n        wade()\n    \n        swim()",
    );
}

#[test]
fn signs_that_lead_to_their_own_heading_are_none_of_it() {
    check("<h2 id=aid>Aid<a class=headerlink href='#aid'>¶</a></h2><p>a</p>", "## Aid\na");
    check("<p>See <a href='#aid'>§ 3</a></p>", "See § 3");
}
