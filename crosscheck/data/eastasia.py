"""East Asian surnames as romanised, and the syllables of which given names there are made."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

_EAST_ASIAN = (
    "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang xi "
    "deng mao jiang hua wen bo sung song tsai han cao feng yu dong cheng shen peng pan yuan dai ding jia xia fang "
    "shi tian ren zou xiong jin lu hao kong bai cui kang qiu qin gu hou shao meng long wan duan lei qian yin yan "
    "wei tan lai gong fan fu zeng xiao lü lv su ye du cai ko hsieh chang chiang lee kim park choi jung cho yoon "
    "jang lim oh seo shin kwon hwang ahn hong yoo moon bae baek nam roh noh ban nguyen tran le pham huynh hoang "
    "phan vu vo dang bui do ngo duong ly chan cheung wong leung lau ng ho tsang yip kwok lam tse abe jeong "
    "ri yi ryu pak son ku ra mun yun hyon chon rim chou teng hsi hsu hsiao kuo si "
)

# of Korean beside those of pinyin
_KOREAN = (
    r"(?:[bpmhgkrnld]?y(?:eong|oung|ong|ung|eon|on|eok|ok|uk|un|eol|ul|eo|o|u|e|a)"
    r"|(?:ch|sh|[bdghjkmnprstwy])?(?:ahn|uhn|uck)|[ghk]w(?:ang|an|on|ae|a|i)"
    r"|(?:ch|sh|[bdghjkmnprstwy])?(?:eung|eong|oong|ong|ung|eun|oon|eok|eol|ook|ae|oe|eo|eu|oo|on|ok|u|o))"
)
_PINYIN = (
    r"(?:zh|ch|sh|hs|ts|tz|[bpmfdtnlgkhjqxzcsrywg])?"
    r"(?:(?:y|w)?(?:eo|eu|ae|oe|[aeiou])[klmptb]|iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|uen|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|üe|er|a|o|e|i|u|ü)"
)


@cache
def east_asian_surnames() -> frozenset[str]:
    """Common Chinese, Korean and Vietnamese surnames as romanised, folded."""
    return frozenset(_EAST_ASIAN.split())


@cache
def _syllables() -> re.Pattern[str]:
    return re.compile(rf"(?:{_PINYIN}){{1,3}}")


def is_pinyin(word: str) -> bool:
    """True when a folded word reads as one to three syllables of pinyin or the like."""
    return bool(_syllables().fullmatch(word.replace("-", "")))


@cache
def _korean() -> re.Pattern[str]:
    return re.compile(rf"(?:{_KOREAN}|{_PINYIN}){{1,3}}")


def given_reads_eastern(words: Sequence[str]) -> bool:
    """True for given names of Chinese or Korean syllables; Korean ones count in pairs: Geun-hye, not Moore."""
    if all(map(is_pinyin, words)):
        return True
    pieces = [p for w in words for p in w.replace("'", "").split("-")]
    return len(pieces) > 1 and all(map(_korean().fullmatch, pieces))
