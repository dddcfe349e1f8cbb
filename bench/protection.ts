import pg from 'pg'
import { type Cpu, withCpu } from './cpu.ts'
import { type Answer, repeat, saturate } from './load.ts'

/**
 * The same requests with row-level security and the record, and without both: what they cost, in one run. By the CPU time of
 * server and database, so that what else the machine does falls on neither.
 */
export async function protection(
  owner: pg.ClientConfig,
  of: { cpu: Cpu; seconds: number; times: number; work: Readonly<Record<string, () => Promise<Answer>>> },
): Promise<Record<string, unknown>> {
  const client = new pg.Client(owner)
  await client.connect()
  const rows: Record<string, unknown> = {}
  try {
    for (const [name, work] of Object.entries(of.work)) {
      const run = () => (name.startsWith('POST') ? saturate(8, of.seconds, work) : repeat(of.times, work))
      const measure = async () => {
        const { cpu } = await withCpu(of.cpu, run)
        return cpu.server + cpu.database
      }
      const costs: number[] = []
      // Turn about, so that a slow moment of the machine falls on both.
      for (let turn = 0; turn < 3; turn++) {
        const kept = await measure()
        await client.query(off)
        try {
          costs.push(kept / (await measure()))
        } finally {
          await client.query(on)
        }
      }
      const middle = costs.sort((a, b) => a - b)[1] ?? 0
      rows[`${name}: cost of protection, times`] = Math.round(100 * middle) / 100
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
