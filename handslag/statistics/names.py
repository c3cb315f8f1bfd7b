"""Where each public function of the statistics lies."""

# A name of `handslag.statistics`, and the module that holds it.
WHERE = {
    "against_whole": "comparisons",
    "bh": "comparisons",
    "dispersion": "counts",
    "holm": "comparisons",
    "least_rise": "counts",
    "poisson_ci": "counts",
    "rate_ratio": "counts",
    "share": "intervals",
    "svy_change": "comparisons",
}
