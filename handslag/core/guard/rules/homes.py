"""Numbers of apartments: "lgh 1203", and four digits after an address."""

import re
from collections.abc import Iterator

_NOT_A_NUMBER = (
    r"(?![\d:.,]\d|[ ]?(?:rok\b|rum|kvm|m2|st\b|trapp|tr\b|våning|och|till|"
    r"etage|procent|%|kvadrat|år\b|kök|r\b|RoK|lägenheter|av\b|personer|rooms|bed|sqm|"
    r"januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december))"
)
NAMED = re.compile(
    r"(?<![\w])(?:(?:lgh|lght|lgt|lägenhets?|lägenheten|lagenhet(?:en)?|läg|ligenhet|"
    r"apartment|apartmentnr|apt|appartement|bostad|flat)"
    r"[ .:-]{0,3}(?:(?:nr|nummer|numret|no|number)[ .:]{0,3})?(?:är[ ])?[#]?|"
    r"(?:lgh|lägenhets|lagenhets|lghs?)[ -]?(?:nr|nummer|numret)[ .:]{0,3}(?:är[ ]|på[ ])?)"
    rf"(?P<number>\d{{1,4}}[ ]?[A-Ha-h]?(?!\w)|[A-H]?\d{{1,4}}(?=s?(?!\w))){_NOT_A_NUMBER}",
    re.IGNORECASE,
)
_REGISTER = r"(?P<number>(?:0[89]|1\d)(?:0[1-9]|1\d))(?![\d:.]\d|[-/]\d|\d|\w)"
LIVES = re.compile(
    r"(?<!\w)(?:bor(?:ende|de|r)?|boende|grann(?:en|arna|ar|e)|hyresgäst\w{0,4}|familjen|folk(?:et)?|"
    r"han|hon|de|dom|paret|killen|mannen|kvinnan|dörren|dörr|dom som bor|någon|"
    r"ljud|fest|bråk|festar|festen|störningar?|lägenhet(?:en)?|nummer|skriker|dem|er|oss|tanten|farbrorn|gubben|paret)"
    r"[ ](?:i|till|på|från|hos|bredvid|ovanför|under|nr|nummer)[ ]"
    rf"(?:nr[ ]|nummer[ ])?{_REGISTER}",
    re.IGNORECASE,
)
ADDRESS = re.compile(
    r"(?:gata|gatan|vägen|väg|gränd|gränden|stigen|backen|torget|allén|plan|gången|leden)"
    rf"[ ]\d{{1,3}}[ ]?[A-Za-z]?,?[ ]{{1,2}}(?:\d[ ]?tr,?[ ])?{_REGISTER}",
    re.IGNORECASE,
)
DOOR = re.compile(
    r"(?<!\w)(?P<whole>1[0-9]0[1-9])(?=[ ](?:på|,)[ ]?(?:\w+[ ])?(?:våning|trappan))"
)


def apartments(plain: str) -> Iterator[tuple[int, int]]:
    """Where apartments stand: with their word when there is one."""
    for found in NAMED.finditer(plain):
        yield found.start(), found.end()
    for pattern in (LIVES, ADDRESS):
        for found in pattern.finditer(plain):
            yield found.start("number"), found.end("number")
    for found in DOOR.finditer(plain):
        yield found.start(), found.end()
