import { type Kysely, type Migration, Migrator } from 'kysely'
import * as mainJob from './migrations/2026-11-21-main-job.ts'
import * as trust from './migrations/2026-11-22-trust.ts'
import * as trustAccess from './migrations/2026-11-22-trust-access.ts'
import * as trustAudit from './migrations/2026-11-22-trust-audit.ts'
import * as hold from './migrations/2026-11-22-trust-hold.ts'
import * as mail from './migrations/2026-11-22-trust-mail.ts'
import * as ownPage from './migrations/2026-11-22-trust-own-page.ts'
import * as ownership from './migrations/2026-11-22-trust-ownership.ts'
import * as trustRounds from './migrations/2026-11-22-trust-rounds.ts'
import * as signIn from './migrations/2026-11-22-trust-sign-in.ts'
import * as trustTerms from './migrations/2026-11-22-trust-terms.ts'
import * as trustTighter from './migrations/2026-11-22-trust-tighter.ts'
import * as forms from './migrations/2026-11-23-forms.ts'
import * as linkReach from './migrations/2026-11-23-link-reach.ts'
import * as mutualPicture from './migrations/2026-11-23-mutual-picture.ts'
import * as ownAccount from './migrations/2026-11-23-own-account.ts'
import * as ownDeeds from './migrations/2026-11-23-own-deeds.ts'
import * as ownWords from './migrations/2026-11-23-own-words.ts'
import * as plans from './migrations/2026-11-23-plans.ts'
import * as recordShown from './migrations/2026-11-23-record-shown.ts'
import * as roundRenewal from './migrations/2026-11-23-round-renewal.ts'
import * as signals from './migrations/2026-11-23-signals.ts'
import * as strain from './migrations/2026-11-23-strain.ts'
import * as tokens from './migrations/2026-11-23-tokens.ts'
import * as webhooks from './migrations/2026-11-23-webhooks.ts'
import * as whoReads from './migrations/2026-11-23-who-reads.ts'
import * as answerDevice from './migrations/2026-11-24-answer-device.ts'
import * as drawing from './migrations/2026-11-24-drawing.ts'
import * as exportJobs from './migrations/2026-11-24-export-jobs.ts'
import * as formLicence from './migrations/2026-11-24-form-licence.ts'
import * as kiosk from './migrations/2026-11-24-kiosk.ts'
import * as letters from './migrations/2026-11-24-letters.ts'
import * as notApplicable from './migrations/2026-11-24-not-applicable.ts'
import * as ownChallenge from './migrations/2026-11-24-own-challenge.ts'
import * as paper from './migrations/2026-11-24-paper.ts'
import * as respondForms from './migrations/2026-11-24-respond-forms.ts'
import * as respondFormsDevice from './migrations/2026-11-24-respond-forms-device.ts'
import * as respondLanguages from './migrations/2026-11-24-respond-languages.ts'
import * as seenAt from './migrations/2026-11-24-seen-at.ts'
import * as sharedDevice from './migrations/2026-11-24-shared-device.ts'
import * as whoSupervises from './migrations/2026-11-24-who-supervises.ts'
import * as wording from './migrations/2026-11-24-wording.ts'
import * as formWays from './migrations/2026-11-30-form-ways.ts'
import * as memberAndReach from './migrations/2026-12-01-member-and-reach.ts'
import * as askedAbout from './migrations/2026-12-02-asked-about.ts'
import * as planForms from './migrations/2026-12-03-plan-forms.ts'
import * as meetings from './migrations/2026-12-04-meetings.ts'
import * as meetingLive from './migrations/2026-12-05-meeting-live.ts'
import * as meetingAfter from './migrations/2026-12-06-meeting-after.ts'
import * as formats from './migrations/2026-12-07-formats.ts'
import * as analysis from './migrations/2026-12-08-analysis.ts'
import * as analysisPictures from './migrations/2026-12-09-analysis-pictures.ts'
import * as trajectories from './migrations/2026-12-10-trajectories.ts'
import * as trajectoryReminders from './migrations/2026-12-10-trajectory-reminders.ts'
import * as portfolio from './migrations/2026-12-11-portfolio.ts'
import * as buddies from './migrations/2026-12-12-buddies.ts'
import * as trajectoryReport from './migrations/2026-12-13-trajectory-report.ts'
import * as nudges from './migrations/2026-12-14-nudges.ts'
import * as trajectoryImport from './migrations/2026-12-15-trajectory-import.ts'
import * as ownPlaces from './migrations/2026-12-16-own-places.ts'
import * as ownMemos from './migrations/2026-12-17-own-memos.ts'
import * as takenDecisions from './migrations/2026-12-17-taken-decisions.ts'
import * as circles from './migrations/2026-12-18-circles.ts'
import * as familyWords from './migrations/2026-12-19-family-words.ts'
import * as glossary from './migrations/2026-12-20-glossary.ts'
import * as networkMap from './migrations/2026-12-21-network-map.ts'
import * as circleChecks from './migrations/2026-12-22-circle-checks.ts'
import * as teamRounds from './migrations/2026-12-23-team-rounds.ts'
import * as practice from './migrations/2026-12-24-practice.ts'
import * as library from './migrations/2026-12-25-library.ts'
import * as whatWorks from './migrations/2026-12-26-what-works.ts'
import * as checkOpenedWith from './migrations/2027-01-01-check-opened-with.ts'
import * as practiceColleagues from './migrations/2027-01-03-practice-colleagues.ts'
import * as networkPolicies from './migrations/2027-01-04-network-policies.ts'
import * as worksSources from './migrations/2027-01-05-works-sources.ts'
import * as libraryReaders from './migrations/2027-01-06-library-readers.ts'
import * as worksRoom from './migrations/2027-01-06-works-room.ts'
import * as checkOpenedAsked from './migrations/2027-01-07-check-opened-asked.ts'
import * as guestTensions from './migrations/2027-01-08-guest-tensions.ts'
import * as libraryWordLanguage from './migrations/2027-01-11-library-word-language.ts'
import * as checkWithdrawn from './migrations/2027-01-12-check-withdrawn.ts'
import * as mapTalk from './migrations/2027-01-12-map-talk.ts'

/** Every migration in order of its date. One is added for each change of the schema; none is edited after merge. */
export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-21-main-job': mainJob,
  '2026-11-22-trust': trust,
  '2026-11-22-trust-access': trustAccess,
  '2026-11-22-trust-audit': trustAudit,
  '2026-11-22-trust-hold': hold,
  '2026-11-22-trust-mail': mail,
  '2026-11-22-trust-own-page': ownPage,
  '2026-11-22-trust-ownership': ownership,
  '2026-11-22-trust-rounds': trustRounds,
  '2026-11-22-trust-sign-in': signIn,
  '2026-11-22-trust-terms': trustTerms,
  '2026-11-22-trust-tighter': trustTighter,
  '2026-11-23-forms': forms,
  '2026-11-23-link-reach': linkReach,
  '2026-11-23-mutual-picture': mutualPicture,
  '2026-11-23-own-account': ownAccount,
  '2026-11-23-own-deeds': ownDeeds,
  '2026-11-23-own-words': ownWords,
  '2026-11-23-plans': plans,
  '2026-11-23-record-shown': recordShown,
  '2026-11-23-round-renewal': roundRenewal,
  '2026-11-23-signals': signals,
  '2026-11-23-strain': strain,
  '2026-11-23-tokens': tokens,
  '2026-11-23-webhooks': webhooks,
  '2026-11-23-who-reads': whoReads,
  '2026-11-24-answer-device': answerDevice,
  '2026-11-24-drawing': drawing,
  '2026-11-24-export-jobs': exportJobs,
  '2026-11-24-form-licence': formLicence,
  '2026-11-24-kiosk': kiosk,
  '2026-11-24-letters': letters,
  '2026-11-24-not-applicable': notApplicable,
  '2026-11-24-own-challenge': ownChallenge,
  '2026-11-24-paper': paper,
  '2026-11-24-respond-forms': respondForms,
  '2026-11-24-respond-forms-device': respondFormsDevice,
  '2026-11-24-respond-languages': respondLanguages,
  '2026-11-24-seen-at': seenAt,
  '2026-11-24-shared-device': sharedDevice,
  '2026-11-24-who-supervises': whoSupervises,
  '2026-11-24-wording': wording,
  '2026-11-30-form-ways': formWays,
  '2026-12-01-member-and-reach': memberAndReach,
  '2026-12-02-asked-about': askedAbout,
  '2026-12-03-plan-forms': planForms,
  '2026-12-04-meetings': meetings,
  '2026-12-05-meeting-live': meetingLive,
  '2026-12-06-meeting-after': meetingAfter,
  '2026-12-07-formats': formats,
  '2026-12-08-analysis': analysis,
  '2026-12-09-analysis-pictures': analysisPictures,
  '2026-12-10-trajectories': trajectories,
  '2026-12-10-trajectory-reminders': trajectoryReminders,
  '2026-12-11-portfolio': portfolio,
  '2026-12-12-buddies': buddies,
  '2026-12-13-trajectory-report': trajectoryReport,
  '2026-12-14-nudges': nudges,
  '2026-12-15-trajectory-import': trajectoryImport,
  '2026-12-16-own-places': ownPlaces,
  '2026-12-17-own-memos': ownMemos,
  '2026-12-17-taken-decisions': takenDecisions,
  '2026-12-18-circles': circles,
  '2026-12-19-family-words': familyWords,
  '2026-12-20-glossary': glossary,
  '2026-12-21-network-map': networkMap,
  '2026-12-22-circle-checks': circleChecks,
  '2026-12-23-team-rounds': teamRounds,
  '2026-12-24-practice': practice,
  '2026-12-25-library': library,
  '2026-12-26-what-works': whatWorks,
  '2027-01-01-check-opened-with': checkOpenedWith,
  '2027-01-03-practice-colleagues': practiceColleagues,
  '2027-01-04-network-policies': networkPolicies,
  '2027-01-05-works-sources': worksSources,
  '2027-01-06-library-readers': libraryReaders,
  '2027-01-06-works-room': worksRoom,
  '2027-01-07-check-opened-asked': checkOpenedAsked,
  '2027-01-08-guest-tensions': guestTensions,
  '2027-01-11-library-word-language': libraryWordLanguage,
  '2027-01-12-check-withdrawn': checkWithdrawn,
  '2027-01-12-map-talk': mapTalk,
}

/** Brings the schema up to date, as its owner. Gives the names of the migrations that were carried out. */
export async function migrate<Schema>(db: Kysely<Schema>): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } })
  const { error, results } = await migrator.migrateToLatest()
  if (error !== undefined) throw new Error('The database could not be brought up to date', { cause: error })
  return (results ?? []).map((result) => result.migrationName)
}

/** The migrations that are still to be carried out. */
export async function pendingMigrations<Schema>(db: Kysely<Schema>): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } })
  const all = await migrator.getMigrations()
  return all.filter((migration) => migration.executedAt === undefined).map((migration) => migration.name)
}
