CREATE TABLE "consent_event" (
	"id" "bytea" PRIMARY KEY NOT NULL,
	"address" "bytea" NOT NULL,
	"kind" text NOT NULL,
	"locale" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "standing" integer;--> statement-breakpoint
CREATE INDEX "consent_event_at" ON "consent_event" USING btree ("at");