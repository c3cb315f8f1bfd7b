"""From a survey to its answers: who is drawn, what is sent, what comes in on paper."""
