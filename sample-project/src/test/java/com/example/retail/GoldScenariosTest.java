package com.example.retail;

import dev.lakelight.junit.ScenarioSuite;

/** Lets {@code mvn test} run the scenarios of the gold tables. */
@ScenarioSuite("src/test/lakelight/gold.yml")
class GoldScenariosTest {}
