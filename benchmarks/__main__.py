"""`python -m benchmarks`."""

import sys

from benchmarks.speed import main

if sys.argv[1:2] in (["many"], ["soak"]):
    from benchmarks import many

    raise SystemExit(many.main(sys.argv[1:]))
raise SystemExit(main())
