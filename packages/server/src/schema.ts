import type { Kysely, Transaction } from 'kysely'
import type {
  EmergencyAccessTable,
  MembershipTable,
  MemberTable,
  UserTable,
  WorkspaceTable,
} from './access/access.table.ts'
import type { ApiTokenTable } from './access/api-token.table.ts'
import type { KioskCodeTable, KioskTable } from './access/kiosk.table.ts'
import type {
  AccountTable,
  CeremonyTable,
  IdentityTable,
  PasskeyTable,
  ProofAttemptTable,
  RecoveryCodeTable,
  RefusalCountTable,
  SessionTable,
  TotpTable,
} from './access/sign-in.table.ts'
import type { WebhookDeliveryTable, WebhookTable } from './access/webhook.table.ts'
import type {
  AnalysisCodeTable,
  AnalysisCodingTable,
  AnalysisDeedPartTable,
  AnalysisDeedTable,
  AnalysisDocumentTable,
  AnalysisMemoTable,
  AnalysisPassageTable,
  AnalysisTable,
} from './analysis/analysis.table.ts'
import type {
  AnalysisDecisionTable,
  AnalysisMapTable,
  AnalysisMarkTable,
  AnalysisRoundTable,
  SynergyModelTable,
} from './analysis/pictures.table.ts'
import type {
  AuditAnchorTable,
  AuditEventTable,
  AuditHeadTable,
  AuditShownTable,
} from './audit/audit.table.ts'
import type {
  ConsentEventTable,
  ConsentGrantTable,
  ConsentTextTable,
  PersonLinkTable,
  ReceiptTable,
} from './consent/consent.table.ts'
import type { PersonAccountTable, PersonPlaceTable } from './consent/own-account.table.ts'
import type { PersonRequestTable, ResearchCodeTable } from './consent/person.table.ts'
import type {
  ResearchAnswerTable,
  ResearchExportPersonTable,
  ResearchExportTable,
  ResearchMomentTable,
  ResearchRegisterTable,
} from './consent/research.table.ts'
import type {
  MeetingAgreementTable,
  MeetingMinutesTable,
  MeetingQuoteTable,
  MeetingReflectionTable,
  MeetingTranscriptLineTable,
  MeetingWrapTable,
} from './dialogue/after.table.ts'
import type { DialogueFormatTable } from './dialogue/format.table.ts'
import type { MeetingEventTable } from './dialogue/live.table.ts'
import type {
  MeetingLinkTable,
  MeetingPlaceTable,
  MeetingTable,
  MeetingTextTable,
} from './dialogue/meeting.table.ts'
import type { OwnChallengeTable } from './feedback/challenge.table.ts'
import type {
  AgreementEchoTable,
  AgreementParticipantTable,
  AgreementTable,
  InstrumentVersionTable,
  InvitationTable,
  InvitationTokenTable,
  ResponseTable,
  SignalTable,
} from './feedback/feedback.table.ts'
import type {
  FormLicenceNeedTable,
  FormResponseTable,
  FormTable,
  FormVersionTable,
  InstrumentLicenceTable,
} from './feedback/form.table.ts'
import type { FormDraftTable, FormInvitationTable, FormTokenTable } from './feedback/form-invitation.table.ts'
import type { MutualPictureTable, MutualSideTable } from './feedback/mutual.table.ts'
import type { CheckNoticeTable, CheckPlanTable } from './feedback/plan.table.ts'
import type { RuptureStepTable, RuptureTable } from './feedback/rupture.table.ts'
import type { SupervisionShareTable } from './feedback/supervision.table.ts'
import type { JobTable } from './jobs/job.table.ts'
import type {
  BuddyMeetingTable,
  BuddyPairTable,
  BuddyRoundTable,
  BuddyTieTable,
  BuddyWishTable,
} from './learning/buddy.table.ts'
import type {
  EventAttendanceTable,
  LearnerLinkTable,
  LearnerNameTable,
  LearnerTable,
  LearningAnswerTable,
  LearningGoalTable,
  LearningMentionTable,
  MomentReceiptTable,
  TrajectoryEventTable,
  TrajectoryMomentTable,
  TrajectoryTable,
} from './learning/learning.table.ts'
import type {
  MeasureTable,
  NudgeChoiceTable,
  NudgeSentTable,
  NudgeTable,
  WorkFactTable,
} from './learning/nudge.table.ts'
import type {
  LearningAttainmentTable,
  LearningExerciseTable,
  LearningStrategyTable,
  PeerFeedbackTable,
  PortfolioPieceTable,
  PortfolioShareTable,
} from './learning/portfolio.table.ts'
import type {
  LectureAnswerTable,
  LectureSlipTable,
  LectureSurveyTable,
  TrajectoryExportPersonTable,
  TrajectoryExportTable,
  TrajectoryQuoteTable,
  TrajectoryReportTable,
} from './learning/report.table.ts'
import type {
  CollectionLinkTable,
  CollectionTable,
  LibraryExperienceTable,
  LibraryItemTable,
  LibrarySearchTable,
  LibraryShippedSearchTable,
  LibraryShippedTable,
  LibraryShippedWordTable,
  LibraryUseTable,
  LibraryWordTable,
} from './library/library.table.ts'
import type {
  PracticeAdditionTable,
  PracticeRecognitionTable,
  PracticeStoryTable,
} from './library/practice.table.ts'
import type { WorksToldTable, WorksTraceTable } from './library/works.table.ts'
import type { MailMessageTable } from './mail/mail.table.ts'
import type {
  RetentionRuleTable,
  RetentionRunTable,
  TakeawayTable,
  WorkingNoteTable,
} from './ownership/ownership.table.ts'
import type {
  ContactSummaryTable,
  ContactTable,
  ParticipantTable,
  PersonParentTable,
  PersonTable,
  RelationNoteTable,
  RelationTable,
} from './relation/relation.table.ts'
import type { ExportJobTable } from './reports/export-job.table.ts'
import type { CircleLinkTable, CirclePersonTable, CircleSideTable, CircleTable } from './team/circle.table.ts'
import type { CircleAnswerTable, CircleCheckTable } from './team/circle-check.table.ts'
import type { FamilyWordTable } from './team/family-word.table.ts'
import type { GlossaryAgreedTable, GlossaryMeaningTable, GlossaryWordTable } from './team/glossary.table.ts'
import type { NetworkAnswerTable, NetworkTieTable, NetworkWaveTable } from './team/network.table.ts'
import type {
  RoundGroupTable,
  RoundTable,
  RoundTallyTable,
  RoundTicketTable,
  RoundViewTallyTable,
  RoundWordsTable,
} from './team/team.table.ts'
import type { TensionLookTable, TensionTable } from './team/tension.table.ts'

/** All tables, each described in its own room. */
export type Schema = {
  workspace: WorkspaceTable
  member: MemberTable
  'auth.membership': MembershipTable
  'auth.user': UserTable
  'auth.session': SessionTable
  'auth.account': AccountTable
  'auth.totp': TotpTable
  'auth.recovery_code': RecoveryCodeTable
  'auth.proof_attempt': ProofAttemptTable
  'auth.refusal_count': RefusalCountTable
  'auth.passkey': PasskeyTable
  'auth.ceremony': CeremonyTable
  'auth.identity': IdentityTable
  'auth.person_place': PersonPlaceTable
  api_token: ApiTokenTable
  kiosk: KioskTable
  kiosk_code: KioskCodeTable
  webhook: WebhookTable
  webhook_delivery: WebhookDeliveryTable
  relation: RelationTable
  participant: ParticipantTable
  relation_note: RelationNoteTable
  contact: ContactTable
  contact_summary: ContactSummaryTable
  instrument_version: InstrumentVersionTable
  invitation: InvitationTable
  invitation_token: InvitationTokenTable
  response: ResponseTable
  signal: SignalTable
  agreement: AgreementTable
  agreement_participant: AgreementParticipantTable
  agreement_echo: AgreementEchoTable
  rupture: RuptureTable
  rupture_step: RuptureStepTable
  check_plan: CheckPlanTable
  check_notice: CheckNoticeTable
  mutual_picture: MutualPictureTable
  mutual_side: MutualSideTable
  form: FormTable
  form_version: FormVersionTable
  form_response: FormResponseTable
  form_invitation: FormInvitationTable
  form_token: FormTokenTable
  form_draft: FormDraftTable
  instrument_licence: InstrumentLicenceTable
  form_licence_need: FormLicenceNeedTable
  audit_event: AuditEventTable
  audit_shown: AuditShownTable
  audit_head: AuditHeadTable
  audit_anchor: AuditAnchorTable
  emergency_access: EmergencyAccessTable
  own_challenge: OwnChallengeTable
  supervision_share: SupervisionShareTable
  person: PersonTable
  person_parent: PersonParentTable
  person_link: PersonLinkTable
  person_account: PersonAccountTable
  person_request: PersonRequestTable
  research_code: ResearchCodeTable
  consent_text: ConsentTextTable
  consent_event: ConsentEventTable
  consent_grant: ConsentGrantTable
  receipt: ReceiptTable
  research_register: ResearchRegisterTable
  research_moment: ResearchMomentTable
  research_answer: ResearchAnswerTable
  research_export: ResearchExportTable
  research_export_person: ResearchExportPersonTable
  circle: CircleTable
  circle_side: CircleSideTable
  circle_person: CirclePersonTable
  circle_link: CircleLinkTable
  family_word: FamilyWordTable
  glossary_word: GlossaryWordTable
  glossary_meaning: GlossaryMeaningTable
  glossary_agreed: GlossaryAgreedTable
  tension: TensionTable
  tension_look: TensionLookTable
  circle_check: CircleCheckTable
  circle_answer: CircleAnswerTable
  network_wave: NetworkWaveTable
  network_answer: NetworkAnswerTable
  network_tie: NetworkTieTable
  works_trace: WorksTraceTable
  works_told: WorksToldTable
  round: RoundTable
  round_group: RoundGroupTable
  round_ticket: RoundTicketTable
  round_tally: RoundTallyTable
  round_words: RoundWordsTable
  round_view_tally: RoundViewTallyTable
  meeting_wrap: MeetingWrapTable
  meeting_reflection: MeetingReflectionTable
  meeting_quote: MeetingQuoteTable
  meeting_agreement: MeetingAgreementTable
  meeting_minutes: MeetingMinutesTable
  meeting_transcript_line: MeetingTranscriptLineTable
  analysis: AnalysisTable
  analysis_document: AnalysisDocumentTable
  analysis_passage: AnalysisPassageTable
  analysis_code: AnalysisCodeTable
  analysis_coding: AnalysisCodingTable
  analysis_memo: AnalysisMemoTable
  analysis_deed: AnalysisDeedTable
  analysis_deed_part: AnalysisDeedPartTable
  analysis_mark: AnalysisMarkTable
  analysis_round: AnalysisRoundTable
  analysis_decision: AnalysisDecisionTable
  analysis_map: AnalysisMapTable
  synergy_model: SynergyModelTable
  trajectory: TrajectoryTable
  trajectory_event: TrajectoryEventTable
  trajectory_moment: TrajectoryMomentTable
  learner: LearnerTable
  learner_name: LearnerNameTable
  learner_link: LearnerLinkTable
  moment_receipt: MomentReceiptTable
  event_attendance: EventAttendanceTable
  learning_goal: LearningGoalTable
  learning_answer: LearningAnswerTable
  learning_mention: LearningMentionTable
  learning_attainment: LearningAttainmentTable
  learning_exercise: LearningExerciseTable
  learning_strategy: LearningStrategyTable
  practice_story: PracticeStoryTable
  practice_recognition: PracticeRecognitionTable
  practice_addition: PracticeAdditionTable
  portfolio_piece: PortfolioPieceTable
  portfolio_share: PortfolioShareTable
  peer_feedback: PeerFeedbackTable
  buddy_round: BuddyRoundTable
  buddy_pair: BuddyPairTable
  buddy_meeting: BuddyMeetingTable
  buddy_wish: BuddyWishTable
  buddy_tie: BuddyTieTable
  trajectory_report: TrajectoryReportTable
  trajectory_export: TrajectoryExportTable
  trajectory_export_person: TrajectoryExportPersonTable
  trajectory_quote: TrajectoryQuoteTable
  lecture_survey: LectureSurveyTable
  lecture_answer: LectureAnswerTable
  lecture_slip: LectureSlipTable
  nudge: NudgeTable
  nudge_sent: NudgeSentTable
  nudge_choice: NudgeChoiceTable
  measure: MeasureTable
  work_fact: WorkFactTable
  working_note: WorkingNoteTable
  retention_rule: RetentionRuleTable
  retention_run: RetentionRunTable
  takeaway: TakeawayTable
  export_job: ExportJobTable
  dialogue_format: DialogueFormatTable
  meeting: MeetingTable
  meeting_place: MeetingPlaceTable
  meeting_link: MeetingLinkTable
  meeting_text: MeetingTextTable
  meeting_event: MeetingEventTable
  library_shipped: LibraryShippedTable
  library_shipped_search: LibraryShippedSearchTable
  library_shipped_word: LibraryShippedWordTable
  library_item: LibraryItemTable
  library_search: LibrarySearchTable
  library_word: LibraryWordTable
  library_use: LibraryUseTable
  library_experience: LibraryExperienceTable
  collection: CollectionTable
  collection_link: CollectionLinkTable
  job: JobTable
  mail_message: MailMessageTable
}

export type Db = Kysely<Schema>
export type Trx = Transaction<Schema>
