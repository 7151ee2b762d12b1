import type { Weekday } from '../period/weekday.ts';
import { weekdays } from '../period/weekday.ts';

export interface WorkflowSettings {
  /** The Action, as `uses:` names it: `acme/devreport@v1`. */
  action: string;
  /** IANA name. */
  timezone: string;
  weekStart: Weekday;
}

/** The workflow that keeps a pull request with the report of each week; docs/action.md shows it. */
export function workflowText({ action, timezone, weekStart }: WorkflowSettings): string {
  // A week ends at midnight in its timezone, so the next morning there is the first that is after it.
  const zone = timezone === 'UTC' ? '' : `\n      timezone: ${timezone}`;
  const day = `${weekStart.charAt(0).toUpperCase()}${weekStart.slice(1)}`;
  return `# Opens a draft pull request with the report of each week, and updates it while it is open.
# docs/action.md of devreport explains it.
name: Weekly report

on:
  schedule:
    # ${day} morning, when the week is over; not on the hour, when most schedules are due.
    - cron: '17 5 * * ${weekdays.indexOf(weekStart)}'${zone}
  workflow_dispatch:
    inputs:
      week:
        description: The last full week up to a date (2017-05-08), or an ISO week (2017-W18)
        type: string

permissions:
  contents: write # commits the report to a branch of its own
  pull-requests: write # opens the pull request
  checks: write # shows what devreport check finds
  issues: read # in a private repository, the report needs them

# Runs wait for each other. None is cancelled halfway.
concurrency:
  group: \${{ github.workflow }}
  cancel-in-progress: false

jobs:
  report:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    steps:
      - uses: ${action}
        with:
          week: \${{ inputs.week }} # empty on a schedule: the last full week
`;
}
