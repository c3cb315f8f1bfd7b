"""Action plans (åtgärdsplaner): what a municipality has decided to do about its problems.

A plan rests on one frozen version of the picture. For each problem that is given
priority it says what is to be reached, or held; which measures answer which causes;
who does them, and how it is seen what became of them. It is decided by a board,
followed up within two years, and changed only by a plan that comes after it. The
package also knows the chain from what is known to what was told (`rules/chain.py`),
and the state grants that pay for some of it (förordning 2023:442).
"""
