/** The policies of a news organisation, by their names in schema.org's `NewsMediaOrganization`. */
export const policyNames = [
  "publishingPrinciples",
  "ownershipFundingInfo",
  "masthead",
  "missionCoveragePrioritiesPolicy",
  "ethicsPolicy",
  "verificationFactCheckingPolicy",
  "unnamedSourcesPolicy",
  "noBylinesPolicy",
  "correctionsPolicy",
  "actionableFeedbackPolicy",
  "diversityPolicy",
  "diversityStaffingReport",
] as const;

export type PolicyName = (typeof policyNames)[number];

/** Where each policy is to be read: a path of this site, maybe with an anchor, or an https address. */
export type Policies = Readonly<Partial<Record<PolicyName, string>>>;
