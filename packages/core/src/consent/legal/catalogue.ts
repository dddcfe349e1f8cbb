import { afterTables } from './catalogue.after.ts'
import { analysisTables } from './catalogue.analysis.ts'
import { betweenTables } from './catalogue.between.ts'
import { buddyTables } from './catalogue.buddies.ts'
import { careTables } from './catalogue.care.ts'
import { circleCheckTables } from './catalogue.circle-checks.ts'
import { circleTables } from './catalogue.circles.ts'
import { formatTables } from './catalogue.formats.ts'
import { glossaryTables } from './catalogue.glossary.ts'
import { learningTables } from './catalogue.learning.ts'
import { libraryTables } from './catalogue.library.ts'
import { meetingTables } from './catalogue.meetings.ts'
import { networkTables } from './catalogue.network.ts'
import { pictureTables } from './catalogue.pictures.ts'
import { portfolioTables } from './catalogue.portfolio.ts'
import { practiceTables } from './catalogue.practice.ts'
import { programTables } from './catalogue.programs.ts'
import { repairTables } from './catalogue.repair.ts'
import { signInTables } from './catalogue.sign-in.ts'
import { trajectoryTables } from './catalogue.trajectory.ts'
import { trajectoryReportTables } from './catalogue.trajectory-report.ts'
import { trustTables } from './catalogue.trust.ts'
import { worksTables } from './catalogue.works.ts'
import type { TableEntry } from './catalogue-entry.ts'

/** Every table of the database, each with every column once: a test holds it against the real catalogue. */
export const catalogue: Readonly<Record<string, TableEntry>> = {
  ...careTables,
  ...repairTables,
  ...betweenTables,
  ...buddyTables,
  ...analysisTables,
  ...pictureTables,
  ...formatTables,
  ...practiceTables,
  ...libraryTables,
  ...meetingTables,
  ...afterTables,
  ...circleTables,
  ...networkTables,
  ...glossaryTables,
  ...circleCheckTables,
  ...trajectoryTables,
  ...trajectoryReportTables,
  ...portfolioTables,
  ...learningTables,
  ...trustTables,
  ...worksTables,
  ...signInTables,
  ...programTables,
}

/** All columns of an entry, in the order in which they are described. */
export function columnsOf(entry: TableEntry): string[] {
  const described = [...entry.personal.map(([columns]) => columns), entry.technical]
  return described.flatMap((columns) => columns.split(' ')).filter((column) => column !== '')
}
