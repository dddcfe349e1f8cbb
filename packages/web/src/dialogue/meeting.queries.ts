import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { accessEndpoints } from '@weerklank/core/access/access.contract'
import type {
  BeforehandInput,
  MeetingDetails,
  MeetingPlan,
  meetingEndpoints,
  PlaceInput,
  ProgrammeChange,
} from '@weerklank/core/dialogue/meeting.contract'
import type { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { call } from '../api/client.ts'

type Endpoints = typeof meetingEndpoints
const all = ['meetings'] as const

export const meetingListQuery = queryOptions({
  queryKey: [...all, 'list'],
  queryFn: () => call<Endpoints['listMeetings']>('GET', '/api/meetings', {}),
})

export const meetingQuery = (meeting: string) =>
  queryOptions({
    queryKey: [...all, 'one', meeting],
    queryFn: () => call<Endpoints['getMeeting']>('GET', '/api/meetings/:meeting', { params: { meeting } }),
  })

/** With whom one works. */
export const colleaguesQuery = queryOptions({
  queryKey: [...all, 'colleagues'],
  queryFn: () => call<typeof accessEndpoints.members>('GET', '/api/members', {}),
})

/** The collaborations to which a meeting can belong; the first page of them. */
export const collaborationsQuery = queryOptions({
  queryKey: [...all, 'collaborations'],
  queryFn: () =>
    call<typeof feedbackEndpoints.listRelations>('GET', '/api/relations', {
      query: { search: '', closed: 'no', from: 0 },
    }),
})

type NewMeeting = MeetingPlan & { id: string; relation: string | null; format: string; places: PlaceInput[] }

/** The id is made by the screen, so that a second press is the same meeting. */
export const usePlanMeeting = () =>
  useMeetingChange((body: NewMeeting) =>
    call<Endpoints['planMeeting']>('POST', '/api/meetings', { body: body as never }),
  )

export const useEditMeeting = (meeting: string) =>
  useMeetingChange((body: MeetingPlan & { version: number; places: PlaceInput[] }) =>
    call<Endpoints['editMeeting']>('PUT', '/api/meetings/:meeting', { params: { meeting }, body }),
  )

export const useChangeProgramme = (meeting: string) =>
  useMeetingChange((body: { version: number; change: ProgrammeChange }) =>
    call<Endpoints['changeProgramme']>('POST', '/api/meetings/:meeting/programme', {
      params: { meeting },
      body,
    }),
  )

export const useCancelMeeting = (meeting: string) =>
  useMeetingChange((cancelled: boolean) =>
    call<Endpoints['cancelMeeting']>('POST', '/api/meetings/:meeting/cancelled', {
      params: { meeting },
      body: { cancelled },
    }),
  )

export const useAnswerBeforehand = (meeting: string) =>
  useMeetingChange((body: BeforehandInput) =>
    call<Endpoints['answerBeforehand']>('PUT', '/api/meetings/:meeting/beforehand', {
      params: { meeting },
      body,
    }),
  )

/** A link is shown once: nothing keeps it. */
export function useInvitePlace(meeting: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ place, email }: { place: string; email: string | null }) =>
      call<Endpoints['invitePlace']>('POST', '/api/meetings/:meeting/places/:place/link', {
        params: { meeting, place },
        body: { email },
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: meetingQuery(meeting).queryKey }),
  })
}

/** Each change answers with the meeting as it is now. */
function useMeetingChange<Input>(change: (input: Input) => Promise<MeetingDetails>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: (now) => {
      queryClient.setQueryData(meetingQuery(now.id).queryKey, now)
      void queryClient.invalidateQueries({ queryKey: meetingListQuery.queryKey })
    },
  })
}
