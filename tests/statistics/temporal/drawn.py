"""Series to try the statistics of time on, and what R makes of them."""

import numpy as np

# The annual flow of the Nile at Aswan 1871-1970 in 10^8 m3: R's data set Nile, Cobb
# (1978), Biometrika 65, 243-251.
NILE = np.array(
    [
        *(1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110),
        *(994, 1020, 960, 1180, 799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220),
        *(1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969),
        *(831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698),
        *(845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676),
        *(649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918),
        *(986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740),
    ],
    dtype=float,
)

# Drivers of vans killed on the roads of Great Britain, month by month 1969-1978: the
# first ten years of R's data set Seatbelts, Harvey & Durbin (1986), J. R. Statistical
# Society A 149, 187-227.
VANS = np.array(
    [
        *(12, 6, 12, 8, 10, 13, 11, 6, 10, 16, 13, 14, 14, 6, 8, 11, 7, 13, 13, 11),
        *(11, 14, 16, 14, 17, 16, 15, 13, 13, 15, 12, 6, 9, 13, 14, 15, 14, 3, 12, 13),
        *(12, 8, 8, 15, 8, 5, 17, 14, 13, 5, 8, 5, 12, 11, 13, 15, 11, 11, 10, 13),
        *(8, 6, 8, 14, 12, 14, 13, 9, 4, 13, 6, 15, 12, 16, 7, 12, 10, 9, 9, 6),
        *(7, 13, 14, 13, 14, 11, 11, 10, 4, 8, 9, 10, 10, 5, 13, 12, 10, 9, 7, 5),
        *(10, 5, 6, 8, 6, 12, 15, 7, 14, 4, 10, 8, 7, 11, 3, 5, 11, 10, 10, 7),
    ],
    dtype=float,
)


def weeks():
    """Eight years of weeks of four series, by whole numbers alone: a yearly wave, some
    noise, a slow rise, and outbreaks of three weeks."""
    t = np.arange(420)[:, None]
    base = np.array([2, 6, 15, 40])
    wave = np.abs((t % 52) - 26) * base // 40
    noise = (t * 7919 + base * 104729 + t * t * 31) % (base + 3)
    outbreak = np.where((t * 13 + base) % 97 < 2, 2 * base + 4, 0)
    return base // 2 + wave + noise + t * base // 800 + outbreak
