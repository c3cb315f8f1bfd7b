"""What it costs. Each module holds functions named `measure_…` that hand back figures."""
