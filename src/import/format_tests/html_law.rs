//! Laws as the pages of those that publish them are made.

use super::check;

#[test]
fn points_in_tables_are_points() {
    check(
        "<p class=art>Article 4</p><p>For this law:</p>\
         <table><col><col><tbody><tr><td><p>(a)</p></td><td><p>aid means help;</p></td></tr></tbody></table>\
         <table><tr><td><p>(b)</p></td><td><p>force means:</p>\
           <table><tr><td>(i)</td><td>arms;</td></tr></table><table><tr><td>(ii)</td><td>threats.</td></tr></table>\
         </td></tr></table><p>2. More.</p>",
        "Article 4\nFor this law:\n- (a) aid means help;\n- (b) force means:\n  - (i) arms;\n  - (ii) threats.\n2. More.",
    );
    check(
        "<table><tr><td></td><td>1.</td><td>One</td></tr><tr><td></td><td>2.</td><td>Two</td></tr></table>",
        "- 1. One\n- 2. Two",
    );
}

#[test]
fn titles_in_paragraphs_stay_what_they_are() {
    check(
        "<p class=article-title>Article 4</p><p><b>Use of force</b></p><p>1. No.</p>",
        "Article 4\n**Use of force**\n1. No.",
    );
    check(
        "<p class=pty1_p4><input type=checkbox value=1><span class=bl><label> 제9조(회전반경) </label></span> 12미터. \
         <p class=pty1_de>1. 하나&nbsp;</p> <p>2. 둘</p>",
        "제9조(회전반경) 12미터.\n1. 하나\n2. 둘",
    );
    check(
        "<p><span class=bl><label>제1조(목적)</label></span> 이 법은 돕는다.</p>",
        "제1조(목적) 이 법은 돕는다.",
    );
}
