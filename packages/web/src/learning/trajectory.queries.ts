import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { accessEndpoints } from '@weerklank/core/access/access.contract'
import type { learnerEndpoints } from '@weerklank/core/learning/learner.contract'
import type { TrajectoryDetails, trajectoryEndpoints } from '@weerklank/core/learning/trajectory.contract'
import { call, type Sent } from '../api/client.ts'

type Endpoints = typeof trajectoryEndpoints
type LearnerEndpoints = typeof learnerEndpoints

/** Under which keys answers are kept: everything about one trajectory hangs under `['trajectory', id]`. */
export const trajectoryKeys = {
  list: ['trajectories'],
  one: (trajectory: string) => ['trajectory', trajectory] as const,
} as const

export const trajectoryListQuery = queryOptions({
  queryKey: trajectoryKeys.list,
  queryFn: () => call<Endpoints['listTrajectories']>('GET', '/api/trajectories', {}),
})

export const trajectoryTemplatesQuery = queryOptions({
  queryKey: ['trajectory-templates'],
  queryFn: () => call<Endpoints['listTrajectoryTemplates']>('GET', '/api/trajectory-templates', {}),
  staleTime: Number.POSITIVE_INFINITY,
})

/** One trajectory: its plan and counts, without names of learners. */
export const trajectoryQuery = (trajectory: string) =>
  queryOptions({
    queryKey: [...trajectoryKeys.one(trajectory), 'itself'],
    queryFn: () =>
      call<Endpoints['getTrajectory']>('GET', '/api/trajectories/:trajectory', { params: { trajectory } }),
  })

/** The register with names, for leads. */
export const learnersQuery = (trajectory: string) =>
  queryOptions({
    queryKey: [...trajectoryKeys.one(trajectory), 'learners'],
    queryFn: () =>
      call<LearnerEndpoints['listLearners']>('GET', '/api/trajectories/:trajectory/learners', {
        params: { trajectory },
      }),
  })

/** With whom one works. */
export const colleaguesQuery = queryOptions({
  queryKey: ['trajectory-colleagues'],
  queryFn: () => call<typeof accessEndpoints.members>('GET', '/api/members', {}),
})

/** The id is made by the screen, so that a second press is the same trajectory. */
export const useComposeTrajectory = () =>
  useTrajectoryChange((body: Sent<Endpoints['composeTrajectory']>['body']) =>
    call<Endpoints['composeTrajectory']>('POST', '/api/trajectories', { body }),
  )

export const useEditTrajectory = (trajectory: string) =>
  useTrajectoryChange((body: Sent<Endpoints['editTrajectory']>['body']) =>
    call<Endpoints['editTrajectory']>('PUT', '/api/trajectories/:trajectory', {
      params: { trajectory },
      body,
    }),
  )

export const useTrajectoryStatus = (trajectory: string) =>
  useTrajectoryChange((to: 'start' | 'end' | 'reopen') =>
    call<Endpoints['setTrajectoryStatus']>('POST', '/api/trajectories/:trajectory/status', {
      params: { trajectory },
      body: { to },
    }),
  )

/** Each change answers with the trajectory as it is now. */
function useTrajectoryChange<Input>(change: (input: Input) => Promise<TrajectoryDetails>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: (now) => {
      queryClient.setQueryData(trajectoryQuery(now.id).queryKey, now)
      void queryClient.invalidateQueries({ queryKey: trajectoryKeys.list })
    },
  })
}

export const useSetColleagues = (trajectory: string) =>
  useRegisterChange(trajectory, (body: Sent<Endpoints['setTrajectoryColleagues']>['body']) =>
    call<Endpoints['setTrajectoryColleagues']>('PUT', '/api/trajectories/:trajectory/colleagues', {
      params: { trajectory },
      body,
    }),
  )

export const useAddLearners = (trajectory: string) =>
  useRegisterChange(trajectory, (body: Sent<LearnerEndpoints['addLearners']>['body']) =>
    call<LearnerEndpoints['addLearners']>('POST', '/api/trajectories/:trajectory/learners', {
      params: { trajectory },
      body,
    }),
  )

export const useAddColleague = (trajectory: string) =>
  useRegisterChange(trajectory, (body: Sent<LearnerEndpoints['addColleague']>['body']) =>
    call<LearnerEndpoints['addColleague']>('POST', '/api/trajectories/:trajectory/colleague-learners', {
      params: { trajectory },
      body,
    }),
  )

export const useEditLearner = (trajectory: string, learner: string) =>
  useRegisterChange(trajectory, (body: Sent<LearnerEndpoints['editLearner']>['body']) =>
    call<LearnerEndpoints['editLearner']>('PUT', '/api/trajectories/:trajectory/learners/:learner', {
      params: { trajectory, learner },
      body,
    }),
  )

export const useLearnerStatus = (trajectory: string, learner: string) =>
  useRegisterChange(trajectory, (body: Sent<LearnerEndpoints['setLearnerStatus']>['body']) =>
    call<LearnerEndpoints['setLearnerStatus']>(
      'POST',
      '/api/trajectories/:trajectory/learners/:learner/status',
      {
        params: { trajectory, learner },
        body,
      },
    ),
  )

/** A link is shown once: nothing keeps it. */
export const useLinkLearner = (trajectory: string) =>
  useRegisterChange(trajectory, (learner: string) =>
    call<LearnerEndpoints['linkLearner']>('POST', '/api/trajectories/:trajectory/learners/:learner/link', {
      params: { trajectory, learner },
      body: {},
    }),
  )

export const useInviteLearners = (trajectory: string) =>
  useRegisterChange(trajectory, (body: Sent<LearnerEndpoints['inviteLearners']>['body']) =>
    call<LearnerEndpoints['inviteLearners']>('POST', '/api/trajectories/:trajectory/invitations', {
      params: { trajectory },
      body,
    }),
  )

export const useRemindLearners = (trajectory: string) =>
  useRegisterChange(trajectory, () =>
    call<LearnerEndpoints['remindLearners']>('POST', '/api/trajectories/:trajectory/reminders', {
      params: { trajectory },
      body: {},
    }),
  )

export const useSetAttendance = (trajectory: string, event: string) =>
  useRegisterChange(trajectory, (body: Sent<LearnerEndpoints['setAttendance']>['body']) =>
    call<LearnerEndpoints['setAttendance']>('PUT', '/api/trajectories/:trajectory/events/:event/attendance', {
      params: { trajectory, event },
      body,
    }),
  )

/** What changes the register changes the counts beside it. */
function useRegisterChange<Input, Output>(trajectory: string, change: (input: Input) => Promise<Output>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: () => queryClient.invalidateQueries({ queryKey: trajectoryKeys.one(trajectory) }),
  })
}
