CREATE TABLE "outbox" (
	"id" "bytea" PRIMARY KEY NOT NULL,
	"address" "bytea" NOT NULL,
	"kind" text NOT NULL,
	"locale" text NOT NULL,
	"sealed" "bytea",
	"asked" boolean NOT NULL,
	"segments" smallint NOT NULL,
	"state" text NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"not_before" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"claimed_at" timestamp with time zone,
	"lease_until" timestamp with time zone,
	"sid" "bytea",
	"status" text,
	"reason" text,
	"at" timestamp with time zone NOT NULL,
	"gone_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "watch" ADD COLUMN "round" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "watch" ADD COLUMN "told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tally" ADD COLUMN "segments_in" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "tally" ADD COLUMN "segments_out" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("not_before") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "outbox_claimed" ON "outbox" USING btree ("lease_until") WHERE state = 'claimed';--> statement-breakpoint
CREATE INDEX "outbox_address" ON "outbox" USING btree ("address");--> statement-breakpoint
CREATE INDEX "outbox_sid" ON "outbox" USING btree ("sid") WHERE sid is not null;--> statement-breakpoint
CREATE INDEX "outbox_gone" ON "outbox" USING btree ("gone_at");--> statement-breakpoint
CREATE INDEX "watch_round" ON "watch" USING btree ("round");