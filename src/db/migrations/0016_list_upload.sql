CREATE TABLE "list_upload" (
	"id" uuid PRIMARY KEY NOT NULL,
	"list_id" text NOT NULL,
	"dry_run" boolean NOT NULL,
	"started_by" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'running' NOT NULL,
	"stop" boolean DEFAULT false NOT NULL,
	"progress" jsonb NOT NULL,
	"result" jsonb,
	"problem" jsonb,
	"rejected" "bytea"
);
--> statement-breakpoint
CREATE INDEX "list_upload_started" ON "list_upload" USING btree ("started_at");