package it;

import dev.lakelight.junit.ScenarioSuite;

@ScenarioSuite("src/test/lakelight/sales")
class SalesScenariosTest {}
