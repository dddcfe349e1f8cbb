import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { afterEndpoints, MeetingAfter } from '@weerklank/core/dialogue/after.contract'
import { call, type Sent } from '../api/client.ts'

type Endpoints = typeof afterEndpoints
type Body<Name extends keyof Endpoints> = Sent<Endpoints[Name]> extends { readonly body: infer B } ? B : never

export const afterQuery = (meeting: string) =>
  queryOptions({
    queryKey: ['meetings', 'after', meeting],
    queryFn: () =>
      call<Endpoints['getMeetingAfter']>('GET', '/api/meetings/:meeting/after', { params: { meeting } }),
  })

export const openingQuery = (meeting: string) =>
  queryOptions({
    queryKey: ['meetings', 'opening', meeting],
    queryFn: () =>
      call<Endpoints['getMeetingOpening']>('GET', '/api/meetings/:meeting/opening', { params: { meeting } }),
  })

/** What answers with everything that the meeting left behind. */
function useAfterChange<Input>(meeting: string, change: (input: Input) => Promise<MeetingAfter>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: (now) => queryClient.setQueryData(afterQuery(meeting).queryKey, now),
  })
}

/** What answers otherwise: the whole is asked anew. */
function useOther<Input, Output>(meeting: string, change: (input: Input) => Promise<Output>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['meetings'] }).then(() => meeting),
  })
}

export const useEndMeeting = (meeting: string) =>
  useOther(meeting, () =>
    call<Endpoints['endMeeting']>('POST', '/api/meetings/:meeting/ended', { params: { meeting } }),
  )

export const useWriteReflection = (meeting: string) =>
  useAfterChange(meeting, (body: Body<'writeReflection'>) =>
    call<Endpoints['writeReflection']>('PUT', '/api/meetings/:meeting/reflection', {
      params: { meeting },
      body,
    }),
  )

export const useWithdrawReflection = (meeting: string) =>
  useAfterChange(meeting, () =>
    call<Endpoints['withdrawReflection']>('DELETE', '/api/meetings/:meeting/reflection', {
      params: { meeting },
    }),
  )

export const useAskQuote = (meeting: string) =>
  useAfterChange(meeting, (body: Body<'askQuote'>) =>
    call<Endpoints['askQuote']>('POST', '/api/meetings/:meeting/quotes', { params: { meeting }, body }),
  )

export const useDecideQuote = (meeting: string) =>
  useAfterChange(meeting, ({ quote, ...body }: Body<'decideQuote'> & { quote: string }) =>
    call<Endpoints['decideQuote']>('PUT', '/api/meetings/:meeting/quotes/:quote', {
      params: { meeting, quote },
      body,
    }),
  )

export const useAgree = (meeting: string) =>
  useAfterChange(meeting, (body: Body<'agreeInMeeting'>) =>
    call<Endpoints['agreeInMeeting']>('POST', '/api/meetings/:meeting/agreements', {
      params: { meeting },
      body,
    }),
  )

export const useChangeAgreement = () => {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({
      meeting,
      agreement,
      ...body
    }: Body<'changeMeetingAgreement'> & { meeting: string; agreement: string }) =>
      call<Endpoints['changeMeetingAgreement']>('PUT', '/api/meetings/:meeting/agreements/:agreement', {
        params: { meeting, agreement },
        body,
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['meetings'] }),
  })
}

export const useCarryTopics = (meeting: string) =>
  useAfterChange(meeting, (topics: string[]) =>
    call<Endpoints['carryTopics']>('PUT', '/api/meetings/:meeting/topics', {
      params: { meeting },
      body: { topics },
    }),
  )

export const useWriteMinutes = (meeting: string) =>
  useAfterChange(meeting, (body: Body<'writeMinutes'>) =>
    call<Endpoints['writeMinutes']>('POST', '/api/meetings/:meeting/minutes', { params: { meeting }, body }),
  )

export const useSayOfMinutes = (meeting: string) =>
  useAfterChange(meeting, (body: Body<'sayOfMinutes'>) =>
    call<Endpoints['sayOfMinutes']>('PUT', '/api/meetings/:meeting/minutes', { params: { meeting }, body }),
  )

export const useSendLetter = (meeting: string) =>
  useAfterChange(meeting, (opening: string) =>
    call<Endpoints['sendLetter']>('POST', '/api/meetings/:meeting/letter', {
      params: { meeting },
      body: { opening },
    }),
  )

export const useLookAtTranscript = (meeting: string) =>
  useMutation({
    mutationFn: (file: string) =>
      call<Endpoints['lookAtTranscript']>('POST', '/api/meetings/:meeting/transcript-look', {
        params: { meeting },
        body: { file },
      }),
  })

export const useTakeTranscript = (meeting: string) =>
  useOther(meeting, (body: Body<'takeTranscript'>) =>
    call<Endpoints['takeTranscript']>('POST', '/api/meetings/:meeting/transcripts', {
      params: { meeting },
      body,
    }),
  )

export const useRemoveTranscript = (meeting: string) =>
  useAfterChange(meeting, (transcript: string) =>
    call<Endpoints['removeTranscript']>('DELETE', '/api/meetings/:meeting/transcripts/:transcript', {
      params: { meeting, transcript },
    }),
  )
