import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { formatMoment, isLocale, isZone, momentFrom, monthName, parseMoment } from "../../src/kit/clock.ts";

const reads = suite("parseMoment");

const read: readonly (readonly [string, string, string])[] = [
  ["2031-05-09T06:00+01:00", "Europe/Dublin", "2031-05-09T06:00:00+01:00"],
  ["2031-05-09T06:00:30.987+01:00", "Europe/Dublin", "2031-05-09T06:00:30+01:00"],
  ["2031-05-09 06:00", "Europe/Dublin", "2031-05-09T06:00:00+01:00"],
  ["2031-01-09 06:00", "Europe/Dublin", "2031-01-09T06:00:00+00:00"],
  ["2031-05-09", "Europe/Dublin", "2031-05-09T00:00:00+01:00"],
  [" 2031-05-09 ", "UTC", "2031-05-09T00:00:00+00:00"],
  ["2014-11-04 9:00:00 -4", "America/New_York", "2014-11-04T08:00:00-05:00"],
  ["2014-03-12T10:11:00-04:00", "UTC", "2014-03-12T14:11:00+00:00"],
  ["2020-07-07T00:00:00.000Z", "America/New_York", "2020-07-06T20:00:00-04:00"],
  ["2020-07-07T00:00:00+0530", "UTC", "2020-07-06T18:30:00+00:00"],
  ["2020-07-07 00:00 +5:45", "Asia/Kathmandu", "2020-07-07T00:00:00+05:45"],
  ["2020-02-29", "Asia/Kathmandu", "2020-02-29T00:00:00+05:45"],
  ["2020-07-07", "Pacific/Kiritimati", "2020-07-07T00:00:00+14:00"],
  ["1887-06-01", "Europe/London", "1887-06-01T00:00:00+00:00"],
  ["1900-06-01", "Europe/Dublin", "1900-06-01T00:00:00-00:25"],
  // Midnight is skipped there: the day begins at one.
  ["2018-11-04", "America/Sao_Paulo", "2018-11-04T01:00:00-02:00"],
  // Midnight comes twice there: the day begins with the first.
  ["2018-11-04", "America/Havana", "2018-11-04T00:00:00-04:00"],
];
for (const [text, zone, moment] of read) {
  reads(`reads ${JSON.stringify(text)} in ${zone} as ${moment}`, () => {
    const result = parseMoment(text, zone);
    assert.is("moment" in result ? result.moment : result.problem, moment);
    if ("at" in result) assert.is(result.at, Date.parse(moment));
  });
}

const refused = [
  "",
  "Friday",
  "2031",
  "2031-05",
  "2031-5-9",
  "20310509",
  "09/05/2031",
  "2031-13-01",
  "2031-00-01",
  "2031-02-29",
  "2031-04-31",
  "0000-00-00",
  "0001-01-01",
  "2031-05-09T24:00",
  "2031-05-09T06:60",
  "2031-05-09T06:00:60",
  "2031-05-09T06",
  "2031-05-09T06:00+25",
  "2031-05-09T06:00+01:99",
  "2031-05-09T06:00 Europe/Dublin",
  "2031-05-09T06:00 EST",
  "2031-05-09 6pm",
  "2031-05-09\n06:00",
  "+02031-05-09",
  "9999-12-31T23:59:59-12:00",
  "1746784800",
];
for (const text of refused) {
  reads(`refuses ${JSON.stringify(text)}`, () => {
    assert.equal(parseMoment(text, "UTC"), { problem: "format" });
  });
}

reads("tells a local time that the clocks skip, and what to write instead", () => {
  const result = parseMoment("2031-03-30T01:30", "Europe/Dublin");
  assert.equal(result, {
    problem: "gap",
    instead: { moment: "2031-03-30T02:30:00+01:00", at: Date.parse("2031-03-30T01:30:00Z") },
  });
});

reads("tells a local time that the clocks show twice, and both moments", () => {
  const result = parseMoment("2031-10-26 01:30", "Europe/Dublin");
  assert.is("problem" in result && result.problem, "twice");
  if (!("first" in result)) return;
  assert.is(result.first.moment, "2031-10-26T01:30:00+01:00");
  assert.is(result.second.moment, "2031-10-26T01:30:00+00:00");
  assert.is(result.second.at - result.first.at, 3_600_000);
});

reads("takes a skipped or doubled time with its offset", () => {
  for (const text of [
    "2031-03-30T01:30:00+01:00",
    "2031-10-26T01:30:00+01:00",
    "2031-10-26T01:30:00+00:00",
  ]) {
    assert.ok("moment" in parseMoment(text, "Europe/Dublin"), text);
  }
});

reads("tells a day that a zone never had", () => {
  for (const text of ["2011-12-30", "2011-12-30T12:00"]) {
    const result = parseMoment(text, "Pacific/Apia");
    assert.is("problem" in result && result.problem, "gap", text);
  }
});

const zones = [
  "UTC",
  "Europe/Dublin",
  "America/St_Johns",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
  "Asia/Tehran",
];
const year = { min: Date.UTC(1975, 0, 1), max: Date.UTC(2037, 0, 1) };

reads("reads back every moment that it writes", () => {
  fc.assert(
    fc.property(fc.integer(year), fc.constantFrom(...zones), (at, zone) => {
      const whole = momentFrom(at, zone);
      assert.equal(parseMoment(whole.moment, zone), whole);
      assert.is(Date.parse(whole.moment), whole.at);
    }),
  );
});

reads("agrees with the zone's clocks about every local time", () => {
  fc.assert(
    fc.property(fc.integer(year), fc.constantFrom(...zones), (at, zone) => {
      const local = momentFrom(at, zone).moment.slice(0, 19);
      const result = parseMoment(local, zone);
      const clock = new Intl.DateTimeFormat("sv", {
        dateStyle: "short",
        timeStyle: "medium",
        timeZone: zone,
      });
      const shown = clock.format(Math.floor(at / 1000) * 1000).replace(" ", "T");
      assert.is(local, shown);
      const found = "moment" in result ? [result] : "first" in result ? [result.first, result.second] : [];
      assert.ok(found.some((instant) => instant.at === Math.floor(at / 1000) * 1000));
    }),
  );
});

reads.run();

const formats = suite("formatMoment");
const moment = "2031-05-09T06:00:00+01:00";
const formatted = [
  ["date", "en-GB", "9 May 2031"],
  ["date", "en-US", "May 9, 2031"],
  ["date", "de", "9. Mai 2031"],
  ["time", "en-GB", "06:00"],
  ["date-time", "en-GB", "9 May 2031 at 06:00"],
  ["short", "de", "09.05.2031"],
] as const;
for (const [style, locale, expected] of formatted) {
  formats(`writes the ${style} for ${locale}`, () => {
    assert.is(formatMoment(moment, { zone: "Europe/Dublin", locale, style }), expected);
  });
}
formats("writes it in the zone that is asked for", () => {
  assert.is(formatMoment(moment, { zone: "Asia/Tokyo", locale: "en-GB", style: "time" }), "14:00");
});
formats.run();

const names = suite("monthName");
names("names month and year", () => assert.is(monthName("2026-11", "en-GB"), "November 2026"));
names("keeps the calendar of addresses where the locale has another", () => {
  assert.match(monthName("2026-11", "th-TH"), /2026/);
  assert.match(monthName("2026-11", "en-u-ca-buddhist"), /2026/);
});
names.run();

const zoneNames = suite("isZone");
for (const name of ["UTC", "Europe/Dublin", "America/Argentina/Ushuaia"]) {
  zoneNames(`knows ${name}`, () => assert.ok(isZone(name)));
}
for (const name of ["", "Dublin", "+01:00", "Europe/Nowhere", "local"]) {
  zoneNames(`does not know ${JSON.stringify(name)}`, () => assert.not(isZone(name)));
}
zoneNames.run();

const locales = suite("isLocale");
for (const tag of ["en", "en-GB", "zh-Hant-TW", "ga-IE", "mul"]) {
  locales(`takes ${tag}`, () => assert.ok(isLocale(tag)));
}
for (const tag of ["", "english", "en_GB", "e", "en-", "../en"]) {
  locales(`refuses ${JSON.stringify(tag)}`, () => assert.not(isLocale(tag)));
}
locales.run();
