CREATE TABLE "carry_code" (
	"handle" "bytea" PRIMARY KEY NOT NULL,
	"code" "bytea" NOT NULL,
	"gone_at" timestamp with time zone NOT NULL,
	CONSTRAINT "carry_code_code" UNIQUE("code")
);
--> statement-breakpoint
CREATE INDEX "carry_code_gone" ON "carry_code" USING btree ("gone_at");