import { describe, expect, it } from 'vitest'
import { customers } from '#cast/people.ts'
import { decode } from '../decode.ts'
import { visibleReply } from './visible.ts'

const writer = customers.maria
const mail = (html: string) => {
  const letter = decode(
    Buffer.from(
      `From: ${writer.name} <${writer.email}>\r\nTo: repairs@casa-amaral.example\r\nSubject: Re: The boiler\r\nIn-Reply-To: <1@casa-amaral.example>\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`,
    ),
  )
  return visibleReply(letter, letter.text)
}

const ours = 'We come on Thursday at nine, if that suits you.'
const theirs = 'Thursday suits us. Please ring at the side door.'
const header =
  'From: Ana Costa &lt;repairs@casa-amaral.example&gt;<br>Sent: Monday, 23 November 2026 10:04<br>To: Maria<br>Subject: The boiler<br><br>'

/** How each program puts our letter under theirs. The markup is the program's, the words are ours. */
const programs: [name: string, html: string][] = [
  [
    'Gmail',
    `<div dir="ltr">${theirs}</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Mon, Nov 23, 2026 at 10:04 AM Ana Costa &lt;<a href="mailto:repairs@casa-amaral.example">repairs@casa-amaral.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px #ccc solid;padding-left:1ex"><div>${ours}</div></blockquote></div>`,
  ],
  [
    'Gmail in a language of no list',
    `<div dir="ltr">${theirs}</div><div class="gmail_quote"><div dir="ltr" class="gmail_attr">Mnamo Jtt, 23 Nov 2026 saa 10:04 Ana Costa aliandika<br></div><blockquote class="gmail_quote" style="border-left:1px #ccc solid">${ours}</blockquote></div>`,
  ],
  [
    'old Gmail',
    `${theirs}<br><br><div class="gmail_quote">2026/11/23 Ana Costa <span dir="ltr">&lt;repairs@casa-amaral.example&gt;</span><br><blockquote class="gmail_quote" style="margin:0">${ours}</blockquote></div>`,
  ],
  [
    'Outlook 2007',
    `<div class="WordSection1"><p class="MsoNormal">${theirs}<o:p></o:p></p><div style='border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class="MsoNormal"><b><span lang=EN-US>From:</span></b> Ana Costa [mailto:repairs@casa-amaral.example] <br><b>Sent:</b> Monday, November 23, 2026 10:04 AM<br><b>To:</b> Maria<br><b>Subject:</b> The boiler<o:p></o:p></p></div><p class="MsoNormal">${ours}</p></div>`,
  ],
  [
    'Outlook 2016 in German',
    `<div class="WordSection1"><p class="MsoNormal">${theirs}</p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in"><p class="MsoNormal"><b>Von:</b> Ana Costa &lt;repairs@casa-amaral.example&gt; <br><b>Gesendet:</b> Montag, 23. November 2026 10:04<br><b>An:</b> Maria<br><b>Betreff:</b> The boiler</p></div></div><p class="MsoNormal">${ours}</p></div>`,
  ],
  [
    'Outlook 2003',
    `<p class=MsoNormal>${theirs}</p><div class=MsoNormal align=center><hr size=2 width="100%" align=center tabindex=-1></div><p class=MsoNormal><b>From:</b> Ana Costa [mailto:repairs@casa-amaral.example] <br><b>Sent:</b> Monday, November 23, 2026 10:04 AM<br><b>To:</b> Maria<br><b>Subject:</b> The boiler</p><p class=MsoNormal>${ours}</p>`,
  ],
  [
    'Outlook on the web',
    `<div id="divtagdefaultwrapper">${theirs}</div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri"><b>From:</b> Ana Costa &lt;repairs@casa-amaral.example&gt;<br><b>Sent:</b> Monday, November 23, 2026 10:04 AM<br></font></div><div>${ours}</div>`,
  ],
  [
    'Outlook on the web, quoted again',
    `<div>${theirs}</div><div id="x_appendonsend"></div><hr><div id="x_divRplyFwdMsg"><b>Van:</b> Ana Costa<br></div><div>${ours}</div>`,
  ],
  [
    'Outlook for Mac',
    `<div>${theirs}</div><span id="OLK_SRC_BODY_SECTION"><div style="border-top:#b5c4df 1pt solid"><span>From: </span>Ana Costa<br><span>Date: </span>Monday, November 23, 2026</div><div>${ours}</div></span>`,
  ],
  [
    'Outlook for iOS',
    `<div dir="ltr">${theirs}</div><div id="ms-outlook-mobile-signature">Get <a href="https://aka.ms/o0ukef">Outlook for iOS</a></div><div id="mail-editor-reference-message-container"><div>${header}</div><div>${ours}</div></div>`,
  ],
  [
    'Hotmail',
    `<div dir='ltr'>${theirs}<br><div><hr id="stopSpelling">Date: Mon, 23 Nov 2026 10:04:00 +0000<br>Subject: The boiler<br>From: repairs@casa-amaral.example<br>To: maria@mail.example<br><br>${ours}</div></div>`,
  ],
  [
    'Windows Mail',
    `<div data-externalstyle="false">${theirs}</div><div style="padding-top: 5px; border-top-color: rgb(229, 229, 229); border-top-width: 1px; border-top-style: solid;"><div><font><b>From:</b>&nbsp;<a href="mailto:repairs@casa-amaral.example">Ana Costa</a><br><b>Sent:</b>&nbsp;Monday, November 23, 2026 10:04 AM<br><b>To:</b>&nbsp;Maria</font></div></div><div><br></div><div>${ours}</div>`,
  ],
  [
    'Apple Mail',
    `<div>${theirs}</div><div><br><blockquote type="cite"><div>On 23 Nov 2026, at 10:04, Ana Costa &lt;<a href="mailto:repairs@casa-amaral.example">repairs@casa-amaral.example</a>&gt; wrote:</div><br class="Apple-interchange-newline"><div>${ours}</div></blockquote></div>`,
  ],
  [
    'iPhone',
    `<div dir="ltr">${theirs}</div><div dir="ltr"><br><blockquote type="cite">No dia 23/11/2026, às 10:04, Ana Costa &lt;repairs@casa-amaral.example&gt; escreveu:<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">${ours}</div></blockquote>`,
  ],
  [
    'Thunderbird',
    `<p>${theirs}</p><div class="moz-cite-prefix">Am 23.11.26 um 10:04 schrieb Ana Costa:<br></div><blockquote type="cite" cite="mid:1@casa-amaral.example"><p>${ours}</p></blockquote>`,
  ],
  [
    'Yahoo',
    `<div class="ydpa1yahoo-style-wrap"><div dir="ltr">${theirs}</div></div><div id="yahoo_quoted_1" class="yahoo_quoted"><div>On Monday, November 23, 2026 at 10:04:00 AM GMT, Ana Costa wrote:</div><div><br></div><div>${ours}</div></div>`,
  ],
  [
    'AOL',
    `<div style="font-family:Arial">${theirs}<br><br>-----Original Message-----<br>From: Ana Costa &lt;repairs@casa-amaral.example&gt;<br>To: maria &lt;maria@mail.example&gt;<br>Sent: Mon, Nov 23, 2026 10:04 am<br>Subject: The boiler<br><br>${ours}</div>`,
  ],
  [
    'Samsung Email',
    `<div>${theirs}</div><!-- originalMessage --><div>-------- Mensagem original --------</div><div>De : Ana Costa &lt;repairs@casa-amaral.example&gt; </div><div>Data: 23/11/2026 10:04 (GMT+00:00) </div><div>Para: maria@mail.example </div><div>Assunto: The boiler </div><div>${ours}</div>`,
  ],
  [
    'Proton Mail',
    `<div>${theirs}</div><div class="protonmail_quote">On Monday, November 23rd, 2026 at 10:04, Ana Costa &lt;repairs@casa-amaral.example&gt; wrote:<br><blockquote class="protonmail_quote" type="cite">${ours}</blockquote></div>`,
  ],
  [
    'Zoho',
    `<div>${theirs}</div><div class="zmail_extra"><div>---- On Mon, 23 Nov 2026 10:04:00 +0000 <b>Ana Costa &lt;repairs@casa-amaral.example&gt;</b> wrote ----</div><blockquote>${ours}</blockquote></div>`,
  ],
  [
    'Zimbra',
    `<div>${theirs}</div><hr id="zwchr" data-marker="__DIVIDER__"><div data-marker="__HEADERS__"><b>De: </b>"Ana Costa" &lt;repairs@casa-amaral.example&gt;<br><b>À: </b>"Maria"<br><b>Envoyé: </b>Lundi 23 Novembre 2026 10:04:00<br><b>Objet: </b>The boiler</div><div data-marker="__QUOTED_TEXT__">${ours}</div>`,
  ],
  [
    'GMX',
    `<div>${theirs}</div><div name="quote" style="margin:10px 5px 5px 10px; padding: 10px 0 10px 10px; border-left:2px solid #C3D9E5;"><div><b>Gesendet:</b> Montag, 23. November 2026 um 10:04 Uhr<br><b>Von:</b> "Ana Costa"</div><div name="quoted-content">${ours}</div></div>`,
  ],
  [
    'mail.ru',
    `<p>${theirs}</p><br>Понедельник, 23 ноября 2026, 10:04 +00:00 от Ana Costa &lt;repairs@casa-amaral.example&gt;:<br><blockquote style="border-left:1px solid #0857A6; margin:10px; padding:0 0 0 10px;">${ours}</blockquote>`,
  ],
  [
    'Yandex',
    `<div>${theirs}</div><div>&nbsp;</div><div>23.11.2026, 10:04, "Ana Costa" &lt;repairs@casa-amaral.example&gt;:</div><blockquote>${ours}</blockquote>`,
  ],
  [
    'QQ Mail',
    `<div>${theirs}</div><div style="font-size: 12px;font-family: Arial Narrow;padding:2px 0 2px 0;">------------------&nbsp;原始邮件&nbsp;------------------</div><div style="font-size: 12px;background:#efefef;padding:8px;"><div><b>发件人:</b> "Ana Costa"&lt;repairs@casa-amaral.example&gt;;</div><div><b>发送时间:</b> 2026年11月23日(星期一) 上午10:04</div><div><b>收件人:</b> "Maria"</div></div><div>${ours}</div>`,
  ],
  [
    'NetEase',
    `<div>${theirs}</div><br>在 2026-11-23 10:04:00，"Ana Costa" &lt;repairs@casa-amaral.example&gt; 写道：<br> <blockquote id="isReplyContent" style="PADDING-LEFT: 1ex; MARGIN: 0px 0px 0px 0.8ex; BORDER-LEFT: #ccc 1px solid">${ours}</blockquote>`,
  ],
  [
    'Spark',
    `<div name="messageBodySection">${theirs}</div><div name="messageReplySection">On 23 Nov 2026, 10:04 +0000, Ana Costa, wrote:<br><blockquote type="cite">${ours}</blockquote></div>`,
  ],
  [
    'Roundcube',
    `<p>${theirs}</p><p id="reply-intro">Op 2026-11-23 10:04, schreef Ana Costa:</p><blockquote type="cite" style="padding: 0 0.4em; border-left: #1010ff 2px solid; margin: 0">${ours}</blockquote>`,
  ],
  [
    'Lotus Notes',
    `<font size=2 face="sans-serif">${theirs}</font><br><br><font size=1 color=#5f5f5f face="sans-serif">From: </font><font size=1>Ana Costa &lt;repairs@casa-amaral.example&gt;</font><br><font size=1 color=#5f5f5f>To: </font>Maria<br><font size=1 color=#5f5f5f>Date: </font>23.11.2026 10:04<br><font size=1 color=#5f5f5f>Subject: </font>The boiler<br><hr noshade><br>${ours}`,
  ],
  [
    'a program of no name',
    `<div>${theirs}</div><div>Ana Costa &lt;repairs@casa-amaral.example&gt; kirjutas 23.11.2026 kell 10:04:</div><blockquote>${ours}</blockquote>`,
  ],
]

describe('a reply in HTML', () => {
  it.each(programs)('by %s shows what they wrote and not our letter', (_name, html) => {
    expect(mail(`<html><body>${html}</body></html>`)).toBe(theirs)
  })

  it('keeps answers written between our lines, and the lines they answer', () => {
    const text = mail(
      `<div>Two answers below.</div><div class="gmail_quote"><div class="gmail_attr">On Mon, Nov 23, 2026 Ana Costa wrote:</div><blockquote class="gmail_quote">Is the door open?</blockquote></div><div>Yes, the side door.</div><blockquote class="gmail_quote">And the dog?</blockquote><div>At her mother's.</div>`,
    )
    expect(text).toContain('Two answers below.')
    expect(text).toContain('> Is the door open?\n\nYes, the side door.')
    expect(text).toContain("At her mother's.")
    expect(text).not.toContain('Ana Costa wrote')
  })

  it('keeps what stands below our letter, and only that where the program says whose ours was', () => {
    expect(
      mail(
        `<blockquote type="cite"><div>On 23 Nov 2026, at 10:04, Ana Costa wrote:</div>${ours}</blockquote><div>${theirs}</div>`,
      ),
    ).toBe(theirs)
    const unsaid = mail(`<blockquote type="cite">${ours}</blockquote><div>${theirs}</div>`)
    expect(unsaid).toContain(theirs)
    expect(unsaid).toContain(ours)
  })

  it('keeps what they indented themselves', () => {
    expect(
      mail(
        '<div>The code on the display is</div><blockquote style="margin:0 0 0 40px;border:none;padding:0px">E 117</blockquote>',
      ),
    ).toContain('E 117')
  })

  it('keeps what they indented below words that end in a colon', () => {
    expect(
      mail(
        '<div>Please mend:</div><blockquote style="margin:0 0 0 40px;border:none;padding:0px"><div>the tap</div><div>the boiler</div></blockquote><div>Thank you</div>',
      ),
    ).toContain('the boiler')
  })

  it('shows everything when nothing is left', () => {
    expect(mail(`<blockquote type="cite"><div>${theirs}</div></blockquote>`)).toContain(theirs)
  })

  it('drops a signature that the program marks', () => {
    expect(
      mail(
        `<div>${theirs}</div><div class="gmail_signature" data-smartmail="gmail_signature">Maria<br>Tel. 21 555 01 02</div>`,
      ),
    ).toBe(theirs)
  })
})
