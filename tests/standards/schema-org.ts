/** What a type of schema.org is: its parents, and the properties that it adds, each with the types that its values may have. */
type Definition = { readonly of: readonly string[]; readonly has: Readonly<Record<string, string>> };

const type = (of: string, has: Readonly<Record<string, string>> = {}): Definition => ({
  of: of.split(" ").filter(Boolean),
  has,
});
const who = "Person Organization";
const work = "CreativeWork URL";

/** The part of schema.org's vocabulary that a newspaper uses, from the definitions at schema.org/docs/full.html. */
const definitions: Readonly<Record<string, Definition>> = {
  Thing: type("", {
    ...{ name: "Text", alternateName: "Text", description: "Text", disambiguatingDescription: "Text" },
    ...{ url: "URL", sameAs: "URL", identifier: "Text URL", image: "ImageObject URL" },
    ...{ mainEntityOfPage: work, subjectOf: "CreativeWork", potentialAction: "Action" },
  }),
  CreativeWork: type("Thing", {
    ...{
      headline: "Text",
      alternativeHeadline: "Text",
      abstract: "Text",
      text: "Text",
      keywords: "Text URL",
    },
    ...{ author: who, contributor: who, creator: who, publisher: who, provider: who, translator: who },
    ...{
      editor: "Person",
      sourceOrganization: "Organization",
      copyrightHolder: who,
      copyrightYear: "Number",
    },
    ...{
      copyrightNotice: "Text",
      creditText: "Text",
      license: work,
      acquireLicensePage: work,
      usageInfo: work,
    },
    ...{ dateCreated: "Date DateTime", datePublished: "Date DateTime", dateModified: "Date DateTime" },
    ...{ expires: "Date DateTime", inLanguage: "Text", genre: "Text URL", isAccessibleForFree: "Boolean" },
    ...{ hasPart: "CreativeWork", isPartOf: work, isBasedOn: work, citation: "CreativeWork Text" },
    ...{ correction: "CorrectionComment Text URL", contentLocation: "Place", locationCreated: "Place" },
    ...{ about: "Thing", mentions: "Thing", mainEntity: "Thing", position: "Integer Text" },
    ...{ publishingPrinciples: work, thumbnailUrl: "URL", thumbnail: "ImageObject", comment: "Comment" },
    ...{ translationOfWork: "CreativeWork", workTranslation: "CreativeWork", version: "Number Text" },
    ...{
      associatedMedia: "MediaObject",
      audio: "AudioObject",
      video: "VideoObject",
      conditionsOfAccess: "Text",
    },
  }),
  Article: type("CreativeWork", {
    ...{ articleBody: "Text", articleSection: "Text", wordCount: "Integer", pagination: "Text" },
    ...{ backstory: "CreativeWork Text", speakable: "SpeakableSpecification URL" },
  }),
  AdvertiserContentArticle: type("Article"),
  NewsArticle: type("Article", {
    ...{
      dateline: "Text",
      printColumn: "Text",
      printEdition: "Text",
      printPage: "Text",
      printSection: "Text",
    },
  }),
  AnalysisNewsArticle: type("NewsArticle"),
  AskPublicNewsArticle: type("NewsArticle"),
  BackgroundNewsArticle: type("NewsArticle"),
  OpinionNewsArticle: type("NewsArticle"),
  ReportageNewsArticle: type("NewsArticle"),
  ReviewNewsArticle: type("NewsArticle CriticReview"),
  Review: type("CreativeWork", { itemReviewed: "Thing", reviewBody: "Text", reviewAspect: "Text" }),
  CriticReview: type("Review"),
  SocialMediaPosting: type("Article", { sharedContent: "CreativeWork" }),
  BlogPosting: type("SocialMediaPosting"),
  LiveBlogPosting: type("BlogPosting", {
    ...{ coverageStartTime: "DateTime", coverageEndTime: "DateTime", liveBlogUpdate: "BlogPosting" },
  }),
  Comment: type("CreativeWork", { parentItem: "CreativeWork" }),
  CorrectionComment: type("Comment"),
  CreativeWorkSeries: type("CreativeWork", { startDate: "Date DateTime", endDate: "Date DateTime" }),
  Quotation: type("CreativeWork", { spokenByCharacter: who }),
  WebSite: type("CreativeWork", { issn: "Text" }),
  WebPage: type("CreativeWork", {
    ...{ breadcrumb: "BreadcrumbList Text", lastReviewed: "Date", primaryImageOfPage: "ImageObject" },
    ...{ mainContentOfPage: "WebPageElement", relatedLink: "URL", significantLink: "URL", reviewedBy: who },
    ...{ speakable: "SpeakableSpecification URL" },
  }),
  AboutPage: type("WebPage"),
  CollectionPage: type("WebPage"),
  ContactPage: type("WebPage"),
  ProfilePage: type("WebPage"),
  SearchResultsPage: type("WebPage"),
  WebPageElement: type("CreativeWork", { cssSelector: "Text", xpath: "Text" }),
  MediaObject: type("CreativeWork", {
    ...{
      contentUrl: "URL",
      embedUrl: "URL",
      encodingFormat: "Text URL",
      contentSize: "Text",
      duration: "Text",
    },
    // schema.org has Distance; Google's examples give a picture's sides in whole pixels.
    ...{ width: "Integer", height: "Integer", uploadDate: "Date DateTime" },
  }),
  ImageObject: type("MediaObject", { caption: "Text", representativeOfPage: "Boolean" }),
  AudioObject: type("MediaObject", { caption: "Text", transcript: "Text" }),
  VideoObject: type("MediaObject", { caption: "Text", transcript: "Text" }),
  Intangible: type("Thing"),
  ItemList: type("Intangible", {
    ...{ itemListElement: "ListItem Text Thing", itemListOrder: "Text", numberOfItems: "Integer" },
  }),
  BreadcrumbList: type("ItemList"),
  // Google's "Breadcrumb": an item is a URL, or a thing that has one for its id.
  ListItem: type("Intangible", { item: "URL Thing", position: "Integer" }),
  SpeakableSpecification: type("Intangible", { cssSelector: "Text", xpath: "Text" }),
  EntryPoint: type("Intangible", { urlTemplate: "Text" }),
  Action: type("Thing", { target: "EntryPoint URL" }),
  SearchAction: type("Action", { query: "Text", "query-input": "Text" }),
  Place: type("Thing"),
  Person: type("Thing", {
    ...{ jobTitle: "Text", worksFor: "Organization", affiliation: "Organization", email: "Text" },
    ...{ telephone: "Text", givenName: "Text", familyName: "Text", knowsAbout: "Text Thing URL" },
    ...{
      honorificPrefix: "Text",
      honorificSuffix: "Text",
      publishingPrinciples: work,
      knowsLanguage: "Text",
    },
  }),
  Organization: type("Thing", {
    ...{ logo: "ImageObject URL", email: "Text", telephone: "Text", legalName: "Text", foundingDate: "Date" },
    ...{
      founder: who,
      parentOrganization: "Organization",
      subOrganization: "Organization",
      employee: "Person",
    },
    ...{ publishingPrinciples: work, correctionsPolicy: work, ethicsPolicy: work, diversityPolicy: work },
    ...{ diversityStaffingReport: "Article URL", actionableFeedbackPolicy: work, unnamedSourcesPolicy: work },
    ...{ ownershipFundingInfo: "AboutPage CreativeWork Text URL", contactPoint: "ContactPoint" },
    address: "PostalAddress Text",
  }),
  PostalAddress: type("ContactPoint", {
    ...{ streetAddress: "Text", addressLocality: "Text", addressRegion: "Text" },
    ...{ postalCode: "Text", addressCountry: "Country Text" },
  }),
  ContactPoint: type("Intangible", { email: "Text", telephone: "Text", contactType: "Text" }),
  NewsMediaOrganization: type("Organization", {
    ...{ masthead: work, missionCoveragePrioritiesPolicy: work, noBylinesPolicy: work },
    ...{ verificationFactCheckingPolicy: work },
  }),
};

/** What NewsMediaOrganization and its ancestors have for a newsroom's policies: the twelve. */
export const policies = [
  "publishingPrinciples",
  "correctionsPolicy",
  "ethicsPolicy",
  "diversityPolicy",
  "diversityStaffingReport",
  "actionableFeedbackPolicy",
  "missionCoveragePrioritiesPolicy",
  "masthead",
  "noBylinesPolicy",
  "ownershipFundingInfo",
  "unnamedSourcesPolicy",
  "verificationFactCheckingPolicy",
] as const;

/** Whether schema.org, as far as it stands here, has a type. */
export function isType(name: string): boolean {
  return Object.hasOwn(definitions, name);
}

/** Whether a type is another, or descends from it. */
export function isA(name: string, ancestor: string): boolean {
  return name === ancestor || (definitions[name]?.of.some((parent) => isA(parent, ancestor)) ?? false);
}

/** The types that a property's values may have, where the type or an ancestor has such a property. */
export function rangeOf(name: string, property: string): readonly string[] | undefined {
  const definition = definitions[name];
  const own = definition?.has[property];
  if (own !== undefined) return own.split(" ");
  for (const parent of definition?.of ?? []) {
    const inherited = rangeOf(parent, property);
    if (inherited) return inherited;
  }
  return undefined;
}
