import pg from 'pg'
import { type Cpu, withCpu } from './cpu.ts'
import { type Answer, repeat, saturate } from './load.ts'

/**
 * The same requests with row-level security and the record, and without both: what they cost, in one run. By the CPU time of
 * server and database, so that what else the machine does falls on neither. Without, each table still keeps to the workspace:
 * else queries would lose the condition by which they find their rows, and protection would look cheaper than it is.
 */
export async function protection(
  owner: pg.ClientConfig,
  of: {
    cpu: Cpu
    workspace: string
    seconds: number
    times: number
    work: Readonly<Record<string, () => Promise<Answer>>>
  },
): Promise<Record<string, unknown>> {
  const client = new pg.Client(owner)
  await client.connect()
  const { off, on } = await switches(client, of.workspace)
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

type Policy = { table: string; name: string; using: string | null; check: string | null }

/** Statements that take protection away and put it back as it was. No link, no lines: the record finds nothing to write. */
async function switches(client: pg.Client, workspace: string): Promise<{ off: string; on: string }> {
  const { rows } =
    await client.query<Policy>(`select tablename as "table", policyname as name, qual as "using",
    with_check as "check" from pg_policies where schemaname = 'public' and policyname not like '%\\_maintenance'`)
  const alter = ({ table, name, using, check }: Policy) =>
    `alter policy ${name} on ${table} ${using === null ? '' : `using (${using})`} ${check === null ? '' : `with check (${check})`};`
  const own = `workspace_id = '${workspace}'`
  const loose = (policy: Policy) => ({ ...policy, using: policy.using && own, check: policy.check && own })
  return {
    off: `${rows.map((policy) => alter(loose(policy))).join('')}
      create or replace function bench_nothing() returns trigger language plpgsql as 'begin return null; end';
      create or replace trigger bench_no_record before insert on audit_head for each row execute function bench_nothing();`,
    on: `${rows.map(alter).join('')} drop trigger bench_no_record on audit_head;`,
  }
}
