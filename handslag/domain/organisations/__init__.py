"""Municipalities, police districts and all others who promise together.

Kommun, lokalpolisområde, polisområde, polisregion, brottsförebyggande råd,
bostadsbolag, förening, företag. Who lies in, serves or covers whom is dated
and many-to-many: one police district serves several municipalities, one
council may cover two. People hold roles in organisations, and nothing else
decides what they may do.
"""
