using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Authlete.Configuration.Reports;
using Authlete.Configuration.Rules;
using CsCheck;
using Xunit;

namespace Authlete.Configuration.Tests.Reports;

/// <summary>JUnit XML, validated with the schema of Jenkins, which is the strictest of its consumers.</summary>
public sealed class JUnitReportTests
{
    private static readonly XmlSchemaSet s_schema = ReadSchema();

    [Fact]
    public void Any_report_is_what_the_schema_asks_for() =>
        ReportSamples.Reports.Sample(report => Assert.Empty(ErrorsIn(JUnitReport.Write(report))), iter: 200);

    /// <summary>Checks the validation itself.</summary>
    [Fact]
    public void The_schema_refuses_an_attribute_that_it_does_not_know() =>
        Assert.NotEmpty(ErrorsIn(JUnitReport.Write(ReportSamples.Of(ReportSamples.Failed)).Replace(" classname=", " class=")));

    [Fact]
    public void Any_report_counts_its_tests() =>
        ReportSamples.Reports.Sample(
            report =>
            {
                var root = XDocument.Parse(JUnitReport.Write(report)).Root!;
                Assert.Equal((string)root.Attribute("tests")!, $"{root.Descendants("testcase").Count()}");
                Assert.Equal((string)root.Attribute("failures")!, $"{root.Descendants("failure").Count()}");
                foreach (var suite in root.Elements("testsuite"))
                {
                    Assert.Equal((string)suite.Attribute("tests")!, $"{suite.Elements("testcase").Count()}");
                    Assert.Equal((string)suite.Attribute("failures")!, $"{suite.Descendants("failure").Count()}");
                    Assert.Equal((string)suite.Attribute("skipped")!, $"{suite.Descendants("skipped").Count()}");
                }
            },
            iter: 200
        );

    [Fact]
    public void A_failure_says_what_was_found_what_to_do_and_where()
    {
        var test = TestsOf(ReportSamples.Of(ReportSamples.Failed)).Single();

        Assert.Equal("AUT-C03 Public clients use PKCE", (string)test.Attribute("name")!);
        var failure = test.Element("failure")!;
        Assert.Equal("High: pkceRequired is false.", (string)failure.Attribute("message")!);
        Assert.Equal(
            [
                "pkceRequired is false.",
                "To do: Set pkceRequired to true.",
                "Reference: RFC 9700 section 2.1.1",
                "File: prod/clients/web-shop.json:12",
                "See https://example.com/rules/AUT-C03",
            ],
            failure.Value.Split('\n')
        );
    }

    [Fact]
    public void Only_what_passed_is_green()
    {
        var tests = TestsOf(ReportSamples.Of(ReportSamples.OfEachOutcome[1..]));

        Assert.Equal(
            ["failure", "skipped", "skipped", "skipped", "", "skipped"],
            tests.Select(test => test.Elements().SingleOrDefault()?.Name.LocalName ?? "")
        );
    }

    [Fact]
    public void Two_folders_with_clients_of_one_label_are_two_suites()
    {
        var report = ReportSamples.Of(ReportSamples.Failed, ReportSamples.Failed with { File = "test/clients/web-shop.json" });

        Assert.Equal(
            ["Client web-shop (prod/clients/web-shop.json)", "Client web-shop (test/clients/web-shop.json)"],
            TestsOf(report).Select(test => (string)test.Attribute("classname")!)
        );
    }

    [Fact]
    public void Nothing_checked_is_a_skipped_test_and_nothing_to_act_on_a_green_one()
    {
        var nothing = TestsOf(ReportSamples.Of()).Single();
        var passed = ReportSamples.Failed with { Outcome = RuleOutcome.Pass };
        var healthy = TestsOf(new ConfigurationReport(null, [passed], [], problemsOnly: true)).Single();

        Assert.Contains("nothing was checked", (string)nothing.Element("skipped")!.Attribute("message")!, StringComparison.Ordinal);
        Assert.Equal("None of 1 checks failed.", (string)healthy.Attribute("name")!);
        Assert.Empty(healthy.Elements());
    }

    [Fact]
    public void A_difference_is_a_failed_test()
    {
        var failure = TestsOf(new ConfigurationReport(null, [], [ReportSamples.Difference], problemsOnly: false))
            .Single()
            .Element("failure")!;

        Assert.Equal("Medium: pkceRequired: true in the reference, false on the other side.", (string)failure.Attribute("message")!);
    }

    private static List<XElement> TestsOf(ConfigurationReport report) =>
        [.. XDocument.Parse(JUnitReport.Write(report)).Descendants("testcase")];

    private static List<string> ErrorsIn(string xml)
    {
        var errors = new List<string>();
        XDocument.Parse(xml).Validate(s_schema, (_, e) => errors.Add(e.Message));
        return errors;
    }

    private static XmlSchemaSet ReadSchema()
    {
        var schemas = new XmlSchemaSet();
        using var reader = XmlReader.Create(Path.Combine(AppContext.BaseDirectory, "Reports", "junit-10.xsd"));
        schemas.Add(null, reader);
        return schemas;
    }
}
