ALTER TABLE "handoff" ADD COLUMN "kind" text DEFAULT 'callBack' NOT NULL;--> statement-breakpoint
ALTER TABLE "handoff" ADD COLUMN "urgent" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "handoff" ADD COLUMN "state" text DEFAULT 'open' NOT NULL;