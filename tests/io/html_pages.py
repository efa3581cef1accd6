"""The HTML that programs put on the clipboard or save, shortened, all with the same resolution."""

from __future__ import annotations

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta charset=utf-8>
<style><!-- p.MsoNormal {margin:0cm;} span.MsoFootnoteReference {vertical-align:super;} --></style>
</head><body lang=EN-GB><!--StartFragment-->
<p class=MsoNormal><i>The General Assembly</i>,<o:p></o:p></p>
<p class=MsoNormal><i>Recalling</i> its resolution 60/1 of 16&nbsp;September 2005,<a
style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span
class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if
!supportFootnotes]><span class=MsoFootnoteReference>[1]</span><![endif]></span></span></a></p>
<p class=MsoNormal><i>Noting</i> the report entitled <i>Plain
words</i>,<a style='mso-footnote-id:ftn2' href="#_ftn2" name="_ftnref2"><span
class=MsoFootnoteReference>[2]</span></a></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if
!supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;
&nbsp; </span></span><![endif]><i>Calls upon</i> Member States:</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>(a)<span>
&nbsp;</span></span>To write in plain words;</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>(b)<span>
&nbsp;</span></span>To train those who draft;<sup>1</sup></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.<span>
&nbsp;</span></span><i>Decides</i> to remain seized of the matter.</p><!--EndFragment-->
<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr width="33%">
<![endif]><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a
style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1"><span
class=MsoFootnoteReference>[1]</span></a> See <i>Official Records</i>, A/60/1.</p></div>
<div style='mso-element:footnote' id=ftn2><p class=MsoFootnoteText><a href="#_ftnref2"
name="_ftn2"><span class=MsoFootnoteReference>[2]</span></a> A/64/12.</p></div></div></body></html>
"""

LIBREOFFICE = """<!DOCTYPE html><html><head><style type="text/css">
a.sdfootnoteanc { font-size: 57% } p { margin-bottom: 0.1in }</style></head><body>
<p><i>The General Assembly</i>,</p>
<p><i>Recalling</i> its resolution 60/1 of 16 September 2005,<a class="sdfootnoteanc"
name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p>
<p><em>Noting</em> the report entitled <i>Plain words</i>,<a class="sdfootnoteanc"
name="sdfootnote2anc" href="#sdfootnote2sym"><sup>2</sup></a></p>
<ol><li><p><i>Calls upon</i> Member States:</p>
<ol type="a"><li><p>To write in plain words;</p></li>
<li><p>To train those who draft;<sup>1</sup></p></li></ol></li>
<li><p><i>Decides</i> to remain seized of the matter.</p></li></ol>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym"
href="#sdfootnote1anc">1</a> See <i>Official Records</i>, A/60/1.</p></div>
<div id="sdfootnote2"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote2sym"
href="#sdfootnote2anc">2</a> A/64/12.</p></div></body></html>
"""

BROWSER = """<html><body><!--StartFragment--><div style="font-weight: 400;">
<p><span style="font-style: italic;">The General Assembly</span>,</p>
<p><span style="font-style: italic;">Recalling</span> its resolution 60/1 of 16 September 2005,<sup
id="ref-1"><a href="https://example.org/a#note-1">[1]</a></sup></p>
<p><em>Noting</em> the report entitled <em>Plain words</em>,<sup id="ref-2"><a
href="https://example.org/a#note-2">[2]</a></sup></p>
<p>1. <em>Calls upon</em> Member States:</p><p>(a) To write in plain words;</p>
<p>(b) To train those who draft;<sup><a href="https://example.org/a#note-1">[1]</a></sup></p>
<p>2. <em>Decides</em> to remain seized of the matter.</p></div>
<ol class="references"><li id="note-1"><a href="https://example.org/a#ref-1">↑</a>
See <i>Official Records</i>, A/60/1.</li>
<li id="note-2"><a href="https://example.org/a#ref-2">↑</a> A/64/12.</li></ol>
<!--EndFragment--></body></html>
"""

GOOGLE = """<html><head><style>.c1{font-style:italic}.c2{color:#000;vertical-align:super}</style>
</head><body><b style="font-weight:normal"><p><span class="c1">The General Assembly</span>,</p>
<p><span class="c1">Recalling</span> its resolution 60/1 of 16 September 2005,<sup><a
href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p>
<p><span class="c1">Noting</span> the report entitled <span class="c1">Plain words</span>,<sup><a
href="#ftnt2" id="ftnt_ref2">[2]</a></sup></p>
<ol><li><span class="c1">Calls upon</span> Member States:</li></ol><ol type="a"><li>To write in
plain words;</li><li>To train those who draft;<span class="c2">1</span></li></ol>
<ol start="2"><li><span class="c1">Decides</span> to remain seized of the matter.</li></ol></b><hr>
<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a>&nbsp;See <span class="c1">Official Records</span>,
A/60/1.</p></div><div><p><a href="#ftnt_ref2" id="ftnt2">[2]</a>&nbsp;A/64/12.</p></div>
</body></html>
"""

UNLINKED = """<div><p><i>The General Assembly</i>,</p>
<p><i>Recalling</i> its resolution 60/1 of 16 September 2005,<sup>1</sup></p>
<p><i>Noting</i> the report entitled <i>Plain words</i>,<sup>2</sup></p>
<p>1. <i>Calls upon</i> Member States:</p><p>(a) To write in plain words;</p>
<p>(b) To train those who draft;<sup>1</sup></p>
<p>2. <i>Decides</i> to remain seized of the matter.</p>
<p><sup>1</sup> See <i>Official Records</i>, A/60/1.</p><p><sup>2</sup> A/64/12.</p></div>
"""

PAGES = {
    "Word": WORD,
    "LibreOffice": LIBREOFFICE,
    "browser": BROWSER,
    "Google": GOOGLE,
    "unlinked": UNLINKED,
}
