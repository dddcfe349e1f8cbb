/** The report of one collaboration with many checks: what laying it out takes, without the database. `node bench/reports.ts`. */
import { writeFileSync } from 'node:fs'
import type { Response } from '../packages/core/src/feedback/feedback.contract.ts'
import { loadContent } from '../packages/server/src/feedback/instruments.ts'
import { pdfOf } from '../packages/server/src/reports/pdf.ts'
import { reportPaper } from '../packages/server/src/reports/relation-report.paper.ts'
import type { ReportSource } from '../packages/server/src/reports/relation-report.read.ts'
import { relationReport } from '../packages/server/src/reports/relation-report.ts'
import { wordOf } from '../packages/server/src/reports/word.ts'

const id = (n: number) => `01a1f2d1-d400-7000-8000-${n.toString(16).padStart(12, '0')}` as never
const day = (n: number) => new Date(Date.UTC(2016, 0, 4) + 7 * 86_400_000 * n).toISOString()

function sourceOf(checks: number): ReportSource {
  const { contactCheck } = loadContent()
  const person = {
    ...{
      workspace_id: id(0),
      id: id(1),
      relation_id: id(2),
      person_id: id(3),
      member_id: null,
      name: 'Lina',
    },
    ...{ voice: 'client', detail: '', address: 'u', language: 'nl', left_at: null },
  }
  const responses = Array.from(
    { length: checks },
    (_, n): Response => ({
      ...{ id: id(100 + n), participant: id(1), contact: null, openText: '' },
      ...{ instrument: contactCheck.id, instrumentVersion: contactCheck.version, answeredAt: day(n) },
      answers: { heard: 4 + (n % 6), what: 5 + (n % 5), how: 7, whole: 6 + Math.sin(n / 9) },
    }),
  )
  const agreements = Array.from({ length: Math.ceil(checks / 10) }, (_, n) => ({
    ...{ id: id(9_000 + n), text: `Eerst bijpraten, dan pas de lijst (${n}).`, participants: [id(1)] },
    ...{ madeAt: day(n * 10), state: 'changed' as const, askBack: true },
    echoes: [
      { answer: 'changed' as const, at: day(n * 10 + 1), participant: id(1), response: id(100 + n * 10 + 1) },
    ],
  }))
  return {
    ...{ title: 'Lina en Noor', people: [person as never], notes: [], signals: [], ruptures: [], from: null },
    until: day(checks),
    feedback: { instruments: [contactCheck], responses, invitations: [], agreements },
  }
}

async function made(format: 'pdf' | 'docx', checks: number, keep?: string) {
  const source = sourceOf(checks)
  const frame = {
    ...{ listener: { language: 'nl' as const, address: 'u' as const }, workspace: 'De Linde' },
    ...{ timeZone: 'Europe/Amsterdam', made: day(checks) },
    wish: { level: 'file' as const, participant: null, from: null, until: null },
  }
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  const [begun, cpu] = [performance.now(), process.cpuUsage()]
  const paper = reportPaper(relationReport(source, frame))
  const bytes = format === 'pdf' ? await pdfOf(paper) : await wordOf(paper)
  const ms = Math.round(performance.now() - begun)
  const used = process.cpuUsage(cpu)
  const cpuMs = Math.round((used.user + used.system) / 1_000)
  if (keep !== undefined) writeFileSync(keep, bytes)
  const mb = (size: number) => Math.round(size / 1e4) / 100
  return { ms, cpuMs, fileMB: mb(bytes.length), extraMB: mb(process.memoryUsage().rss - before) }
}

/** Time, size of the file, and memory above what was there before; the first one also reads fonts and code. */
export async function reportFiles(keep?: string): Promise<Record<string, unknown>> {
  return {
    'report: 20 checks as PDF, the first one': await made('pdf', 20, keep && `${keep}/20.pdf`),
    'report: 20 checks as PDF': await made('pdf', 20),
    'report: 500 checks as PDF': await made('pdf', 500, keep && `${keep}/500.pdf`),
    'report: 500 checks as Word': await made('docx', 500, keep && `${keep}/500.docx`),
  }
}

if (import.meta.main) console.log(await reportFiles(process.argv[2]))
