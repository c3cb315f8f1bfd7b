"""What docs/api.md says of handing in reports by Open311."""

TEXT = """## Reports from other systems: Open311 GeoReport v2

Under `/open311/v2/<municipality>/`, when the municipality has opened its desk to other
systems. Each address ends with `.json` or `.xml`. `jurisdiction_id` may be given: the
short name of the municipality or its four-digit code. A refusal is a list of
`{code, description}` with the same HTTP status.

- `GET discovery`, `GET services`, `GET services/{service_code}`: what can be handed in:
  the kinds that residents can choose. None of them asks for attributes.
- `POST requests`: `api_key` (or the header `X-Api-Key`), `service_code`, `lat` and
  `long` or `address_string`, `description` (at most 1500 letters). Sent twice with the
  same number of your own (the header `Idempotency-Key`, or `attribute[external_id]`) it
  is taken in once: 201 the first time, 200 and the same answer after that.
  Name, telephone, e-mail and `media_url` are not read. What certainly points at a
  person is refused with 400, and named; what may do so waits for a moderator.
- `GET requests/{service_request_id}`, `GET requests?service_request_id=a,b`: how it
  stands. `description`, `lat`, `long` and `media_url` are always null; `address` is a
  named place, if one was chosen; `status_notes` says how it ended.
- `GET requests` with your key: what you have handed in yourself, the latest first;
  `service_code`, `start_date`, `end_date`, `status` (`open`, `closed`), `page`,
  `page_size` (at most 100). Without days: the latest ninety.
- `GET requests` without key or number is empty. A list of single reports could be
  counted; what may be counted is released once, for closed months, by the map.
- `GET tokens/{token}`: the number of the report that a receipt is for.

600 reports in ten minutes from each key; 20 wrong keys and 30 receipts in ten minutes
from each address (429)."""
