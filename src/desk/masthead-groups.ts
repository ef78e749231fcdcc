import { z } from "zod";
import type { PolicyName } from "../article/policies.ts";
import { email, flag, pageAddress } from "./data-shapes.ts";

const policy = (name: PolicyName, anchor: string, about: string) =>
  pageAddress(`"policies": { "${name}": "/standards/#${anchor}" }`, about);

/** The organisation's policies, by schema.org's names. */
export const policiesGroup = {
  table: {
    publishingPrinciples: policy("publishingPrinciples", "principles", "By what the newsroom works."),
    ownershipFundingInfo: policy("ownershipFundingInfo", "owners", "Who owns it and who pays for it."),
    masthead: policy("masthead", "staff", "Who works there, and as what."),
    missionCoveragePrioritiesPolicy: policy("missionCoveragePrioritiesPolicy", "mission", "What it is for."),
    ethicsPolicy: policy("ethicsPolicy", "ethics", "What its people may not do."),
    verificationFactCheckingPolicy: policy(
      "verificationFactCheckingPolicy",
      "facts",
      "How facts are checked.",
    ),
    unnamedSourcesPolicy: policy("unnamedSourcesPolicy", "sources", "When a source is not named."),
    noBylinesPolicy: policy("noBylinesPolicy", "bylines", "When a story is not signed."),
    correctionsPolicy: policy("correctionsPolicy", "corrections", "What becomes of mistakes."),
    actionableFeedbackPolicy: policy("actionableFeedbackPolicy", "feedback", "How readers are heard."),
    diversityPolicy: policy("diversityPolicy", "diversity", "Whose voices are sought."),
    diversityStaffingReport: policy("diversityStaffingReport", "who-we-are", "Who the staff are."),
  },
  wanted: "an object of addresses",
  example: '"policies": { "correctionsPolicy": "/standards/#corrections" }',
  about: "Where each policy is to be read; linked in the footer, and told to search engines.",
};

const agents = z
  .record(z.string(), flag("", "").schema)
  .refine((all) => Object.keys(all).every((name) => /^[A-Za-z0-9][\w.-]*$/.test(name)));

/** What machines may do with the text. */
export const rightsGroup = {
  table: {
    training: flag('"rights": { "training": false }', "Required: whether AI may be trained on the text."),
    search: flag(
      '"rights": { "training": false, "search": true }',
      "Whether AI search may index it and answer from it; `true` without it.",
    ),
    assistants: flag(
      '"rights": { "training": false, "assistants": true }',
      "Whether assistants may open a page for somebody who asks; `true` without it.",
    ),
    agents: {
      schema: agents,
      wanted: "an object that gives true or false by user agent",
      example: '"rights": { "training": false, "agents": { "GPTBot": true } }',
      about: "Exceptions by user agent, such as the crawler of somebody who has a licence.",
    },
    licence: pageAddress(
      '"rights": { "training": false, "licence": "/rsl.xml" }',
      "A licence by Really Simple Licensing, named in robots.txt.",
    ),
    tdmPolicy: pageAddress(
      '"rights": { "training": false, "tdmPolicy": "/rights/" }',
      "A policy by which what is reserved can be had.",
    ),
    contact: email(
      '"rights": { "training": false, "contact": "rights@example.org" }',
      "Whom to ask for leave.",
    ),
  },
  required: ["training"],
  derived: {
    tdmReservation: "rights.training",
    "tdm-reservation": "rights.training",
    dataTrainingAllowed: "rights.training",
    datatrainingallowed: "rights.training",
  },
  wanted: "an object",
  example: '"rights": { "training": false, "search": true, "assistants": true }',
  about:
    "What machines may do with the text: robots.txt, the TDM reservation, trust.txt and llms.txt follow from it.",
};
