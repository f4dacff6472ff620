"""What publishing systems print around articles in English, as patterns of whole lines.

A line counts as furniture only as a whole, so that a sentence that mentions Telegram stays a sentence.
"""

from __future__ import annotations

import re

_N = r"[\d.,]+\s?[km]?"
_SHARE = r"(?:share|tweet|print|e-?mail|pin|save|copy\s+link|facebook|twitter|whatsapp|linkedin|reddit|comments?)"
FURNITURE = re.compile(
    rf"""^(?:
      {_N}\s+(?:total\s+)?(?:views?|shares?|comments?|likes?|reads?|replies|reactions?|min(?:ute)?s?\s+read)
    | (?:views?|shares?|comments?|likes?)\s*[:(]?\s*{_N}\)?
    | [-–—\s(|]*(?:pages?\s+)?\d{{1,4}}(?:\s*(?:of|/)\s*\d{{1,4}})?[-–—\s)|]*
    | {_SHARE}(?:\s*[|/,·•]?\s*(?:{_SHARE}|x|this|article|story|on|via|with))*
    | (?:share|tweet|e-?mail|print)\s+(?:this|on|via|with)\b.{{0,60}}
    | (?:join|follow|like|find)\s+(?:us|our)\b.{{0,100}}
    | follow\s+@?\w+\s+on\b.{{0,60}}
    | (?:subscribe|sign\s+up|register|log\s+in)\b.{{0,120}}
    | (?:also\s+read|read\s+(?:more|also|next|the\s+full)|see\s+also|more\s+(?:on\s+this|from|stories|news)
        |related(?:\s+(?:stories|articles|news|topics|content))?|recommended|most\s+(?:read|viewed|popular)
        |don[’']t\s+miss|you\s+(?:may|might)\s+also\s+like|watch|video|photos?|gallery|slideshow|listen
      )\s*[:|>»-].{{0,200}}
    | (?:related(?:\s+(?:stories|articles|news|topics|content))?|other\s+topics(?:\s+of\s+interest)?
        |recommended(?:\s+for\s+you)?|most\s+(?:read|viewed|popular)|trending(?:\s+now)?|top\s+stories
        |latest\s+news|breaking\s+news)
    | (?:story|article)\s+continues\s+below.{{0,40}} | advertisement.{{0,40}} | sponsored(?:\s+content)?
    | continue\s+reading.{{0,60}}
    | (?:leave|post|write|add)\s+a\s+(?:reply|comment).{{0,40}}
    | your\s+e-?mail\s+address\s+will\s+not\s+be\s+published.{{0,80}}
    | required\s+fields\s+are\s+marked.{{0,20}}
    | (?:notify|save\s+my\s+name).{{0,100}}
    | (?:\(c\)|©|&copy;|copyright)\s.{{0,380}} | .{{0,80}}\ball\s+rights\s+reserved\b.{{0,300}}
    | this\s+(?:material|story|article|content|text)\s+(?:may\s+not\s+be\s+(?:published|reproduced|copied|used)
        |has\s+been\s+updated
        |(?:is|was)\s+(?:re)?published\s+(?:from|under|with|by)|(?:is|was)\s+(?:licensed|syndicated|provided
        |generated)).{{0,360}}
    | (?:re)?published\s+(?:under|with)\s+(?:a\s+)?(?:creative\s+commons|licen[cs]e|permission).{{0,200}}
    | licen[cs]ed\s+under\b.{{0,200}} | our\s+standards:.{{0,120}}
    | (?:the\s+)?associated\s+press\b.{{0,120}}\bcontributed\s+to\s+this\s+(?:report|story|article).{{0,40}}
    | .{{2,120}}\bcontributed\s+(?:reporting|to\s+this\s+(?:report|story|article)).{{0,60}}
    | [\w.&’' -]{{2,60}}\b(?:writers?|reporters?|correspondents?|journalists?|bureaus?|staff)\b.{{0,140}}
        \bcontributed\b.{{0,60}}
    | \(?\s*(?:with\s+(?:additional\s+)?(?:inputs?|files|reporting|agency\s+inputs)\s+(?:from|by)|agenc(?:y
        |ies))\b.{{0,120}}
    | (?:for\s+immediate\s+release|(?:press|news|media)\s+(?:release|statement)|embargo(?:ed)?\b.{{0,100}}
        |strictly\s+embargoed.{{0,80}})
    | (?:-+\s*)?(?:ends?|more\s+follows|mf)(?:\s*-+)? | \#{{2,}}[\s\#]* | -\s*30\s*-
    | (?:media|press)\s+(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|office)\s*[:|-].{{0,200}}
    | for\s+(?:more|further)\s+information,?\s+(?:please\s+)?(?:contact|visit|call|see)\b.{{0,200}}
    | (?:sign|log)\s*-?\s*(?:in|out|off)\b.{{0,60}} | (?:my|your)\s+(?:account|profile|subscriptions?|saved\s+\w+
        |library|feed)
    | (?:manage|edit|view)\s+(?:my\s+|your\s+)?(?:account|profile|subscriptions?|preferences|notifications)
    | (?:account\s+settings|notifications|saved\s+(?:articles|stories)|log\s*out|menu|search|close|skip\s+ad(?:vert)?)
    | (?:welcome(?:\s+back)?|hello|hi)\s*,\s*[\w.’'\s-]{{2,40}}!?
    | (?:get|receive|want)\b.{{0,120}}\b(?:newsletters?|in(?:to)?\s+your\s+inbox|email\s+alerts?|briefings?\s+(?:by
        |in)).{{0,120}}
    | .{{0,80}}\b(?:our|free|daily|weekly|morning|evening)\s+newsletters?\b.{{0,60}} | delivered\s+(?:to
        |straight\s+to)\s+your\s+inbox.{{0,60}}
    | enter\s+your\s+e-?mail.{{0,100}} | by\s+(?:signing\s+up|subscribing|clicking)\b.{{0,200}}
    | \d+\s+(?:min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?)\s+ago
    | (?:last\s+|first\s+)?(?:updated|published|posted|modified)\s*(?:on|at|:|\|)?\s*(?:\d+\s+\w+\s+ago
        |an?\s+\w+\s+ago|today|yesterday|just\s+now)\b[^.]{{0,40}}
    | (?:last\s+|first\s+)?(?:updated|published|posted|modified)\s*(?:on\s|at\s|:
        |\|)[^.]{{0,20}}\d[^.]{{0,50}}(?:[ap]\.m\.)?[^.]{{0,20}}
    | (?:photo|image|picture|video|file\s+photo|credit|photograph(?:er)?|photo\s+credit|image\s+(?:source|credit)
        |source)\s*(?::|\bby\b).{{0,120}}
    | (?:filed\s+under|tags?|topics?|categor(?:y|ies)|keywords|posted\s+in|section)\s*:.{{0,160}}
    | (?:home|news|world|index)\s*[>»/|›].{{0,160}}
    | (?:back\s+to\s+top|next\s+(?:article|story|page)|previous\s+(?:article|story|page)|skip\s+to\s+.{{0,40}}
        |click\s+(?:here|to)\b.{{0,80}}|tap\s+here.{{0,80}})
    | (?:cookie|privacy)\s+(?:policy|settings|notice) | terms\s+(?:of\s+(?:use|service)|and\s+conditions)
    )\s*[.!:*»›>]*$""",
    re.I | re.X,
)
_WORK = r"(?:reporting|writing|editing|compiled|edited|written|reported|production|graphics?|illustrations?)"
CREDIT = re.compile(
    rf"^[\s(\[*_]*(?:additional\s+)?{_WORK}(?:(?:\s+and\s+|\s*,\s*){_WORK})*\s*(?::|\bby\b\s*:?)\s*[A-Z][^\n]{{0,360}}$",
    re.I,
)
CREDIT_SIGN = re.compile(rf"^\W*[(\[]|[;,.]\s*(?:additional\s+)?{_WORK}\s+by\b|^[^.]{{0,120}}$", re.I)
CREDIT_TAIL = re.compile(rf"[(\[](?:Additional\s+)?{_WORK}\s+by\b[^()\[\]]{{0,400}}[)\]]?\s*$", re.I)
