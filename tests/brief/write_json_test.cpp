#include <nlohmann/json.hpp>

#include "answers.hpp"
#include "support/catch.hpp"

using namespace burden;
using nlohmann::json;
using tests::figure;

TEST_CASE("an answer in JSON", "[brief][json]") {
    CHECK(write_json(tests::two_targets()) ==
          R"({
  "schema": 1,
  "command": "target",
  "tables": [
    {
      "id": "target",
      "title": "Japan: what 2 % and 5 % cost",
      "columns": [
        {
          "key": "year",
          "label": "FY",
          "unit": ""
        },
        {
          "key": "gdp",
          "label": "GDP",
          "unit": "JPY tn"
        },
        {
          "key": "share_2",
          "label": "share",
          "unit": "%"
        },
        {
          "key": "extra_2",
          "label": "extra",
          "unit": "JPY tn"
        },
        {
          "key": "share_5",
          "label": "share",
          "unit": "%"
        },
        {
          "key": "extra_5",
          "label": "extra",
          "unit": "JPY tn"
        }
      ],
      "rows": [
        {
          "year": "2025",
          "gdp": 667.2,
          "share_2": 1.65,
          "extra_2": null,
          "share_5": 1.65,
          "extra_5": null,
          "mark": "e"
        },
        {
          "year": "2035",
          "gdp": 1875.39,
          "share_2": 2,
          "extra_2": 3.05,
          "share_5": 5,
          "extra_5": 29.26,
          "mark": "p"
        },
        {
          "year": "extra, a year",
          "gdp": null,
          "share_2": null,
          "extra_2": 5.8,
          "share_5": null,
          "extra_5": -55,
          "mark": ""
        }
      ],
      "marks": {
        "e": "estimate",
        "p": "projection",
        "x": "extended"
      },
      "notes": [
        "The government counts 2 % against GDP of FY2022."
      ]
    }
  ],
  "basis": {
    "currency": "JPY",
    "prices": "current",
    "definition": null,
    "denominator": null,
    "gdp": "IMF, April 2026",
    "rate": null,
    "as_of": null,
    "words": [
      "Path linear in the share.",
      "Extra over holding 1.65 %"
    ]
  },
  "sources": [
    {
      "key": "JIJI2025",
      "title": "Budget",
      "publisher": "Jiji Press",
      "published": "2025-11-28",
      "address": "https://example.org/a b"
    },
    {
      "key": "WEO2026",
      "title": "World Economic Outlook",
      "publisher": "IMF",
      "published": "2026-04",
      "address": "https://example.org/weo"
    }
  ],
  "warnings": [
    "The budget of FY2026 is a request."
  ]
}
)");
}

TEST_CASE("an empty answer in JSON has every part of the contract", "[brief][json]") {
    const json read = json::parse(brief::write_json({.command = "claim", .tables = {}}));
    CHECK(read == json::parse(R"({"schema": 1, "command": "claim", "tables": [],
        "basis": {"currency": null, "prices": null, "definition": null, "denominator": null, "gdp": null,
                  "rate": null, "as_of": null, "words": []},
        "sources": [], "warnings": []})"));
}

TEST_CASE("numbers in JSON carry their digits, and stay numbers", "[brief][json]") {
    brief::Answer answer;
    answer.tables = {{.id = "t",
                      .title = "",
                      .columns = {{.key = "n", .label = "n", .places = 1}},
                      .rows = {{.cells = {calc::Decimal(2) / calc::Decimal(3)}},
                               {.cells = {figure("-812345.60")}},
                               {.cells = {figure("1e20")}},
                               {.cells = {brief::Cell()}},
                               {.cells = {"not known"}}}}};
    const std::string text = write_json(answer);
    CHECK(text.find("\"n\": 0.66666666666666667\n") != std::string::npos);
    CHECK(text.find("\"n\": -812345.6\n") != std::string::npos);
    CHECK(text.find("\"n\": 100000000000000000000\n") != std::string::npos);
    const json rows = json::parse(text)["tables"][0]["rows"];
    CHECK(rows[0]["n"].is_number());
    CHECK(rows[3]["n"].is_null());
    CHECK(rows[4]["n"] == "not known");
    CHECK_FALSE(rows[0].contains("mark"));
}

TEST_CASE("an empty text is a text in a column of words, and missing among figures", "[brief][json]") {
    brief::Answer answer;
    answer.tables = {{.id = "t",
                      .title = "",
                      .columns = {{.key = "w", .label = "w", .words = true}, {.key = "n", .label = "n"}},
                      .rows = {{.cells = {"", ""}}}}};
    const json row = json::parse(write_json(answer))["tables"][0]["rows"][0];
    CHECK(row["w"] == "");
    CHECK(row["n"].is_null());
}

TEST_CASE("tables laid out for people are not in JSON", "[brief][json]") {
    auto answer = tests::two_targets();
    answer.tables.front().audience = brief::Audience::people;
    CHECK(json::parse(write_json(answer))["tables"].empty());
}

TEST_CASE("hostile text comes back from JSON harmless and whole", "[brief][json]") {
    const std::string text = write_json(tests::hostile_answer());
    CHECK(text.find_first_of("\x1b\x07\xff\t\r") == std::string::npos);
    const json read = json::parse(text);
    const std::string safe = "=cmd()|a,\"b\" <b>*x*\uFFFD[31mred\uFFFD \uFFFD \uFFFDyen 円";
    CHECK(read["command"] == safe);
    CHECK(read["tables"][0]["rows"][0][safe] == safe);
    CHECK(read["tables"][0]["rows"][0]["n"] == 1.5);
    CHECK(read["tables"][0]["notes"] == json::array({safe}));
    CHECK(read["warnings"] == json::array({safe}));
}
