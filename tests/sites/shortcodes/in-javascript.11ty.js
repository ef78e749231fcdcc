export default class {
  data() {
    return { eleventyExcludeFromCollections: true };
  }

  render({ collections }) {
    return `<section>
${this.quote("<p>She will sail.</p>", "Ada Byrne", "harbour master", { source: "https://quay.example/ada/", at: "2026-11-18" })}
${this.relatedLink("ferry-returns")}
${this.relatedLink("ferry-returns", "Own words")}
${this.relatedLink(collections.latest[1])}
${this.relatedLink("embargoed")}
${this.article("pier-opens", { style: "hero" })}
${this.figure("/media/pier.jpg", { alt: "The pier", caption: "At low water", creditLine: "C. Cedar" })}
${this.timeline("- 2031-05-09: She *sails*.", "Boats")}
${this.chart("<table><tr><th>Day</th><th>Boats</th></tr><tr><td>Monday</td><td>3</td></tr></table>", "Boats a day")}
${this.document("/media/pier.txt", "The tides")}
${this.embed("https://vimeo.com/123456789", "The pier")}
${this.articleFrame("<p>Body.</p>", "cup-final")}
<p>${this.mastheadDate(collections.latest[0].date, "date-time")}, ${this.monthName("2026-11")}, ${this.mastheadUrl("/list/")}</p>
</section>
`;
  }
}
