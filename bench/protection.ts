import pg from 'pg'
import { type Answer, repeat, round, saturate } from './load.ts'

/** The same requests with row-level security and the record, and without both: what they cost, in one run. */
export async function protection(
  owner: pg.ClientConfig,
  of: { seconds: number; times: number; work: Readonly<Record<string, () => Promise<Answer>>> },
): Promise<Record<string, unknown>> {
  const client = new pg.Client(owner)
  await client.connect()
  const rows: Record<string, unknown> = {}
  try {
    for (const [name, work] of Object.entries(of.work)) {
      const measure = async () =>
        name.startsWith('POST')
          ? (await saturate(8, of.seconds, work)).perSecond
          : 1000 / (await repeat(of.times, work)).p50
      const costs: number[] = []
      // Turn about, so that a slow moment of the machine falls on both.
      for (let turn = 0; turn < 3; turn++) {
        const kept = await measure()
        await client.query(off)
        try {
          costs.push((await measure()) / kept)
        } finally {
          await client.query(on)
        }
      }
      rows[`${name}: cost of protection, times`] = round(costs.sort((a, b) => a - b)[1] ?? 0)
    }
  } finally {
    await client.end()
  }
  return rows
}

const each = (change: string) => `
  do $$ declare name text; begin
    for name in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
      and exists (select from pg_policy where polrelid = pg_class.oid) loop
      execute format('alter table %I ${change} row level security', name);
    end loop;
  end $$;`

// No link, no lines: the statement that writes the record finds nothing to write.
const off = `${each('disable')}
  create or replace function bench_nothing() returns trigger language plpgsql as 'begin return null; end';
  create or replace trigger bench_no_record before insert on audit_head for each row execute function bench_nothing();`

const on = `${each('enable')} drop trigger bench_no_record on audit_head;`
