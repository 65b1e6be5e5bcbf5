-- lane: 0 reply, 1 bulk (a reminder, a broadcast). Only for bulk: job_id, what it was queued for (NULL: nothing in
-- particular); route, channel:bot of its address, because each bot has a pace of its own; priority, the lower the
-- earlier; turn, the place among rows of the same priority, so that jobs take turns; reason, why it was not sent.
ALTER TABLE outbox ADD COLUMN job_id INTEGER;
ALTER TABLE outbox ADD COLUMN route TEXT;
ALTER TABLE outbox ADD COLUMN priority INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN reason TEXT;

-- Replies are found without a look at what waits in bulk.
DROP INDEX outbox_open;
CREATE INDEX outbox_open ON outbox (address_id, id) WHERE lane = 0 AND state < 2;
CREATE INDEX outbox_bulk ON outbox (state, route, priority, turn, id) WHERE lane = 1 AND state < 2;
CREATE INDEX outbox_job ON outbox (job_id, turn) WHERE job_id IS NOT NULL;
