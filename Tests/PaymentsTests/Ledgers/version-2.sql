-- The simulated bank's file as version 2 wrote it: a payment that was declined, one that was refunded, one whose buyer is asked
-- who they are, and one that was captured.
PRAGMA user_version = 2;
CREATE TABLE simulated_payment (
    id TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    decline_code TEXT,
    amount INTEGER,
    currency TEXT
, later_decline TEXT, refunding TEXT NOT NULL DEFAULT 'succeeds', refund_ends INTEGER, return_url TEXT) STRICT, WITHOUT ROWID;
INSERT INTO "simulated_payment" VALUES('d3znouyi42fzgghq7kumpcnfaa','declined','generic_decline',900,'EUR',NULL,'succeeds',NULL,NULL);
INSERT INTO "simulated_payment" VALUES('rrufhw23xtpi2bty3o566vexie','refunded',NULL,900,'EUR',NULL,'succeeds',NULL,NULL);
INSERT INTO "simulated_payment" VALUES('shy74bheldyej473nbtg2e2rjf','challenged',NULL,900,'EUR',NULL,'succeeds',NULL,NULL);
INSERT INTO "simulated_payment" VALUES('tmg5vwsbhhugh4xenhstlisk7h','captured',NULL,1800,'EUR',NULL,'succeeds',NULL,NULL);
