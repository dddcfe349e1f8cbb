import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { mayWorkWithContent } from '@weerklank/core/access/access'
import type { accessEndpoints } from '@weerklank/core/access/access.contract'
import type { CircleDetails, circleEndpoints } from '@weerklank/core/team/circle.contract'
import { call, type Sent } from '../api/client.ts'
import { keys } from '../api/keys.ts'

type Endpoints = typeof circleEndpoints

/** Under which keys answers are kept: everything about one circle hangs under `['circle', relation]`. */
export const circleKeys = {
  list: ['circles'],
  one: keys.circle,
} as const

export const circleListQuery = queryOptions({
  queryKey: circleKeys.list,
  queryFn: () => call<Endpoints['listCircles']>('GET', '/api/circles', {}),
})

/** One team or network; each look is recorded, so it is not fetched anew by itself. */
export const circleQuery = (relation: string) =>
  queryOptions({
    queryKey: [...circleKeys.one(relation), 'itself'],
    queryFn: () =>
      call<Endpoints['getCircle']>('GET', '/api/relations/:relation/circle', { params: { relation } }),
    refetchOnWindowFocus: false,
  })

/** With whom one works: colleagues who may take part in a circle by their account. */
export const circleColleaguesQuery = queryOptions({
  queryKey: ['members'],
  queryFn: () => call<typeof accessEndpoints.members>('GET', '/api/members', {}),
  staleTime: 5 * 60_000,
  select: ({ members }) => members.filter(({ roles }) => mayWorkWithContent(roles).allowed),
})

/** The ids are made by the screen, so that a second press is the same circle. */
export const useMakeCircle = () =>
  useCircleChange(({ relation, ...body }: Sent<Endpoints['makeCircle']>['body'] & { relation: string }) =>
    call<Endpoints['makeCircle']>('POST', '/api/relations/:relation/circle', { params: { relation }, body }),
  )

export const useEditCircle = (relation: string) =>
  useCircleChange((body: Sent<Endpoints['editCircle']>['body']) =>
    call<Endpoints['editCircle']>('PUT', '/api/relations/:relation/circle', { params: { relation }, body }),
  )

export const useCircleStatus = (relation: string) =>
  useCircleChange((body: Sent<Endpoints['setCircleStatus']>['body']) =>
    call<Endpoints['setCircleStatus']>('POST', '/api/relations/:relation/circle/status', {
      params: { relation },
      body,
    }),
  )

export const useAddCirclePerson = (relation: string) =>
  useCircleChange((body: Sent<Endpoints['addCirclePerson']>['body']) =>
    call<Endpoints['addCirclePerson']>('POST', '/api/relations/:relation/circle/people', {
      params: { relation },
      body,
    }),
  )

export const useSetCirclePerson = (relation: string) =>
  useCircleChange(
    ({
      participant,
      ...body
    }: Sent<Endpoints['setCirclePerson']>['body'] & {
      participant: string
    }) =>
      call<Endpoints['setCirclePerson']>('PUT', '/api/relations/:relation/circle/people/:participant', {
        params: { relation, participant },
        body,
      }),
  )

export const useAddFamilyWord = (relation: string) =>
  useCircleChange((body: Sent<Endpoints['addFamilyWord']>['body']) =>
    call<Endpoints['addFamilyWord']>('POST', '/api/relations/:relation/circle/words', {
      params: { relation },
      body,
    }),
  )

export const useSetFamilyWord = (relation: string) =>
  useCircleChange(({ word, ...body }: Sent<Endpoints['setFamilyWord']>['body'] & { word: string }) =>
    call<Endpoints['setFamilyWord']>('PUT', '/api/relations/:relation/circle/words/:word', {
      params: { relation, word },
      body,
    }),
  )

export const useRemoveFamilyWord = (relation: string) =>
  useCircleChange((word: string) =>
    call<Endpoints['removeFamilyWord']>('DELETE', '/api/relations/:relation/circle/words/:word', {
      params: { relation, word },
    }),
  )

/** Each change answers with the circle as it is now. */
function useCircleChange<Input>(change: (input: Input) => Promise<CircleDetails>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: (now) => {
      queryClient.setQueryData(circleQuery(now.relation).queryKey, now)
      void queryClient.invalidateQueries({ queryKey: circleKeys.list })
    },
  })
}

export function useLinkCirclePerson(relation: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ participant, email }: { participant: string; email: string | null }) =>
      call<Endpoints['linkCirclePerson']>(
        'POST',
        '/api/relations/:relation/circle/people/:participant/link',
        {
          params: { relation, participant },
          body: { email },
        },
      ),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: circleQuery(relation).queryKey }),
  })
}

export function useUnlinkCirclePerson(relation: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (participant: string) =>
      call<Endpoints['unlinkCirclePerson']>(
        'DELETE',
        '/api/relations/:relation/circle/people/:participant/link',
        { params: { relation, participant } },
      ),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: circleQuery(relation).queryKey }),
  })
}

export function usePlanCircleMeeting(relation: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: Sent<Endpoints['planCircleMeeting']>['body']) =>
      call<Endpoints['planCircleMeeting']>('POST', '/api/relations/:relation/circle/meetings', {
        params: { relation },
        body,
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: circleKeys.one(relation) }),
  })
}
